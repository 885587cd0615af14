using CrmMigration.Reconcile;

namespace CrmMigration.Tests.Reconcile.Report;

/// <summary>A report such as a migration of a million customers leaves behind.</summary>
internal static class BelievableRun
{
    private static readonly DateTimeOffset Began = new(2026, 11, 23, 10, 15, 0, TimeSpan.Zero);

    public static RunReport Reconciled() => new()
    {
        RunId = "legacy-crm-20261123-101500-x7f2",
        Plan = "legacy-crm",
        Verdict = Verdict.Reconciled,
        Findings = [],
        StartedAt = Began,
        FinishedAt = Began.AddSeconds(46.2),
        Entities = [Customers(), Orders(), Transactions()],
    };

    public static RunReport NotReconciled()
    {
        var sound = Reconciled();
        var customers = sound.Entities[0] with
        {
            Counts = sound.Entities[0].Counts with { Created = 947_302 },
            PartitionsThatDoNotAddUp = 1,
            Contents = new(948_414, 948_302, false, [3, 17]),
        };
        var orders = sound.Entities[1] with { Totals = [new("amount", "currency", "EUR", "10.50", "10.40", "0.00", false)] };
        return sound with
        {
            Verdict = Verdict.NotReconciled,
            Findings =
            [
                "customers: 112 rows of partition 3 have no fate.",
                "customers: the contents of partitions 3 and 17 differ.",
                "orders: the sum of amount in EUR differs by 0.10.",
            ],
            Entities = [customers, orders, sound.Entities[2]],
        };
    }

    private static EntityReport Customers() => new()
    {
        Name = "customers",
        Sources = [new("old", "public.old_crm_customers", new(1_000_000, 947_414, 1_000, 0, 50_123, 1_463, 0))],
        TargetTable = "public.new_crm_customers",
        Counts = new(1_000_000, 947_414, 1_000, 0, 50_123, 1_463, 0),
        Partitions = 20,
        PartitionsThatDoNotAddUp = 0,
        Rejects =
        [
            new("required.missing", "last_name", "The row has no last name, which the plan requires.", 1_204, ["1088", "45120", "99817", "120554", "771203"]),
            new("target.constraint", null, "The target refused the row: a value is longer than its column.", 259, ["77", "9120443"]),
        ],
        Corrections =
        [
            new("phone.too-short", "phone", "The phone number has too few digits and was cleared.", 20_415, ["3", "17", "41"]),
            new("email.no-at", "email", "The e-mail address has no @ sign and was cleared.", 8_113, ["12", "350", "351", "802"]),
        ],
        Merges = new(48_770, 50_123, 7, 14, 12_345),
        Totals = [],
        Contents = new(948_414, 948_414, true, []),
        Timings = Phases(0, 1_000_000, 0.4, 2.9, 1.6, 4.1, 0.9, 1.2),
    };

    private static EntityReport Orders() => new()
    {
        Name = "orders",
        Sources = [new("old", "public.old_crm_orders", new(2_500_412, 2_496_731, 0, 0, 0, 3_681, 0))],
        TargetTable = "public.new_crm_orders",
        Counts = new(2_500_412, 2_496_731, 0, 0, 0, 3_681, 0),
        Partitions = 50,
        PartitionsThatDoNotAddUp = 0,
        Rejects = [new("reference.rejected", "customer_id", "The customer of this row was rejected.", 3_681, ["88001", "88002", "104553"])],
        Corrections = [],
        Merges = MergeSummary.None,
        Totals =
        [
            new("amount", "currency", "EUR", "184203117.45", "183930021.15", "273096.30", true),
            new("amount", "currency", "USD", "99120455.10", "98974020.00", "146435.10", true),
            new("amount", "currency", null, "1200.00", "1200.00", "0", true),
        ],
        Contents = new(2_496_731, 2_496_731, true, []),
        Timings = Phases(11.1, 2_500_412, 0.6, 6.8, 0, 7.4, 0.8, 1.4),
    };

    private static EntityReport Transactions() => new()
    {
        Name = "transactions",
        Sources = [new("old", "public.old_crm_transactions", new(3_250_118, 1_245_327, 0, 2_000_000, 0, 4_786, 5))],
        TargetTable = "public.new_crm_transactions",
        Counts = new(3_250_118, 1_245_327, 0, 2_000_000, 0, 4_786, 5),
        Partitions = 65,
        PartitionsThatDoNotAddUp = 0,
        Rejects = [new("reference.rejected", "order_id", "The order of this row was rejected.", 4_786, ["501", "502"])],
        Corrections = [],
        Merges = MergeSummary.None,
        Totals = [new("amount", null, null, "283324772.55", "282904041.15", "420731.40", true)],
        Contents = new(3_245_327, 3_245_327, true, []),
        Timings = Phases(28.1, 3_250_118, 0.7, 7.7, 0, 7.2, 0.9, 1.5),
    };

    private static List<PhaseTiming> Phases(double from, long rows, params double[] seconds)
    {
        string[] names = ["partition", "scan", "match", "publish", "complete", "reconcile"];
        List<PhaseTiming> phases = [];
        foreach (var (name, took) in names.Zip(seconds).Where(phase => phase.Second > 0))
        {
            phases.Add(new(name, Began.AddSeconds(from), Began.AddSeconds(from + took), name is "scan" or "publish" ? rows : 0));
            from += took;
        }

        return phases;
    }
}
