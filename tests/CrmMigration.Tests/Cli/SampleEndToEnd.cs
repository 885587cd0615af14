using System.Globalization;
using System.Text.Json;
using CrmMigration.Cli.Sample;
using CrmMigration.Reconcile;
using CrmMigration.Reconcile.Report;
using CrmMigration.Tests.Plan;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Cli;

/// <summary>The sample with 5 000 customers through the default plan, as its user would do it.</summary>
public sealed class SampleEndToEnd : IAsyncLifetime
{
    private readonly SampleTruth truth = new SampleCrm(5_000, 3).Truth();

    private Crms crms = null!;
    private RunReport report = null!;

    public async ValueTask InitializeAsync()
    {
        crms = await Crms.Create();
        await Succeed("sample", "--customers", "5000", "--seed", "3");
        await using var run = ProgramProcess.Start(crms, "run", Repository.File("plans/legacy-crm.json"), "--run-id", "X", "--json", "--partition-rows", "1500");
        Assert.Equal((0, ""), await run.Exit() is var code && code == 0 ? (0, "") : (code, run.Error));
        using var document = JsonDocument.Parse(run.Output);
        report = ReportJson.Read(run.Output);
    }

    public async ValueTask DisposeAsync() => await crms.DisposeAsync();

    [Fact]
    public async Task The_report_tells_what_was_planted_and_the_other_commands_agree()
    {
        var (customers, orders, transactions) = (report.Entities[0], report.Entities[1], report.Entities[2]);

        var csv = await Succeed("rejects", "X", "--csv", "-");
        var status = await Succeed("status", "X", "--json");
        var again = await Succeed("report", "X", "--json");

        Assert.Equal(Verdict.Reconciled, report.Verdict);
        Assert.Equal(Counts(truth.Customers, truth.Duplicates, truth.RejectedCustomers), customers.Counts);
        Assert.Equal(Counts(truth.Orders, 0, truth.RejectedOrders), orders.Counts);
        Assert.Equal(Counts(truth.Transactions, 0, truth.RejectedTransactions), transactions.Counts);
        Assert.Equal((truth.Clusters, truth.Duplicates, truth.FilledEmails + truth.FilledPhones), (customers.Merges.Clusters, customers.Merges.MergedRows, customers.Merges.FilledValues));
        Assert.Equal((truth.UnusableEmails, truth.UnusablePhones), (Cleared(customers, "email"), Cleared(customers, "phone")));
        AssertSums(truth.OrderAmounts, truth.RejectedOrderAmounts, orders.Totals);
        AssertSums(truth.TransactionAmounts, truth.RejectedTransactionAmounts, transactions.Totals);
        Assert.Equal(report.Counts.Rejected, csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1);
        Assert.Equal("reconciled", JsonDocument.Parse(status).RootElement.GetProperty("state").GetString());
        Assert.Equal(report.Counts, ReportJson.Read(again).Counts);
    }

    private static FateCounts Counts(long read, long merged, long rejected) => new(read, read - merged - rejected, 0, 0, merged, rejected, 0);

    private static long Cleared(EntityReport entity, string field) => entity.Corrections.Where(rule => rule.Field == field).Sum(rule => rule.Rows);

    private static void AssertSums(IReadOnlyDictionary<string, decimal> read, IReadOnlyDictionary<string, decimal> rejected, IReadOnlyList<ControlTotal> totals)
    {
        Assert.Equal(
            read.OrderBy(sum => sum.Key).Select(sum => (sum.Key, sum.Value, rejected.GetValueOrDefault(sum.Key))),
            totals.OrderBy(total => total.Group).Select(total => (total.Group!, Number(total.Read), Number(total.LeftOut))));
        Assert.All(totals, total => Assert.Equal(Number(total.Read) - Number(total.LeftOut), Number(total.Loaded)));
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private async Task<string> Succeed(params string[] arguments)
    {
        var program = new ProgramInMemory();
        Dictionary<string, string?> settings = new()
        {
            ["ConnectionStrings:OldCrm"] = crms.Old.ConnectionString,
            ["ConnectionStrings:NewCrm"] = crms.New.ConnectionString,
        };
        Assert.Equal((0, ""), await program.Run(settings, arguments) is var code && code == 0 ? (0, "") : (code, program.Error));
        return program.Output;
    }
}
