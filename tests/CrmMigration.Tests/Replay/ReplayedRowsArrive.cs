using CrmMigration.Plan;
using CrmMigration.Reconcile;
using CrmMigration.Rejects;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Replay;

public class ReplayedRowsArrive
{
    private const string Old =
        Plans.OwnersTable + """
        ; create table old_crm_orders (id int primary key, customer_id int, amount numeric(12,2), currency char(3));
        insert into old_crm_customers values
          (1, 'Ann Lee', 'ann@example.com', null), (2, null, 'two@example.com', null), (3, null, 'three@example.com', '+1 212 555 0103'), (4, 'Di Poe', 'di@example.com', null);
        insert into old_crm_orders values (10, 1, 1.25, 'USD'), (20, 2, 2.50, 'USD'), (30, 3, 4.00, 'EUR'), (40, 9, 8.00, 'EUR')
        """;

    private static readonly MigrationPlan Plan = Plans.CustomersAndOrders();

    [Fact]
    public async Task A_fixed_row_arrives_cleaned_like_any_other_and_its_children_come_along()
    {
        await using var crms = await Crms.Create(Old);
        await crms.Migrate(Plan);
        await crms.Fix("required.missing", "2", ("name", " BOB   RAY "), ("email", "Bob@EXAMPLE.com"));

        var report = await crms.Replay(Plan, "required.missing");

        Replays.AssertReconciled(report);
        Assert.Equal("2 Bob Ray Bob@example.com", await crms.New.One<string>("select concat_ws(' ', id, first_name, last_name, email) from new_crm_customers where id = 2"));
        Assert.Equal(["1 created 1", "2 created 2", "3 rejected", "4 created 4"], await crms.Fates("customers"));
        Assert.Equal(["10 created 10", "20 created 20", "30 rejected", "40 rejected"], await crms.Fates("orders"));
        Assert.Equal(["customers 3 required.missing", "orders 30 parent.rejected", "orders 40 parent.missing"], await crms.Rejects());
        Assert.Equal(new FateCounts(8, 5, 0, 0, 0, 3, 0), report.Counts);
    }

    [Fact]
    public async Task Sums_counts_and_contents_add_up_when_a_fix_changes_an_amount()
    {
        await using var crms = await Crms.Create(Old);
        await crms.Migrate(Plan);
        await crms.Fix("required.missing", null, ("last_name", "Ray"));
        await crms.Fix("parent.missing", null, ("customer_id", "4"), ("amount", "100.10"), ("currency", "USD"));

        var report = await crms.Replay(Plan);

        Replays.AssertReconciled(report);
        Assert.Equal(
            [("EUR", "4.00", "4.00", "0.00", true), ("USD", "103.85", "103.85", "0.00", true)],
            report.Entities[1].Totals.Select(total => (total.Group!, total.Read, total.Loaded, total.LeftOut, total.Agrees)));
        Assert.All(report.Entities, entity => Assert.Equal((entity.Contents.RowsSent, true), (entity.Contents.RowsFound, entity.Contents.Agrees!.Value)));
        Assert.Equal(0, report.Counts.Rejected);
    }

    [Fact]
    public async Task What_was_mended_at_the_source_arrives_without_a_fix_and_what_has_left_it_is_told()
    {
        await using var crms = await Crms.Create(Old);
        await crms.Migrate(Plan);
        await crms.Old.Run("update old_crm_customers set name = 'Bob Ray' where id = 2; delete from old_crm_customers where id = 3");

        var report = await crms.Replay(Plan);

        Assert.Equal(Verdict.Reconciled, report.Verdict);
        Assert.Equal(["customers 3 source.gone", "orders 30 parent.rejected", "orders 40 parent.missing"], await crms.Rejects());
        Assert.Equal("three@example.com", await crms.New.One<string>("select payload ->> 'email' from crm_migration.reject_payloads where source_key = '3'"));
    }

    [Fact]
    public async Task A_replay_done_again_changes_nothing()
    {
        await using var crms = await Crms.Create(Old);
        await crms.Migrate(Plan);
        await crms.Fix("required.missing", "2", ("name", "Bob Ray"));
        var first = await crms.Replay(Plan);
        var before = await State(crms);

        var second = await crms.Replay(Plan);

        Assert.Equal(before, await State(crms));
        Assert.Equal((first.Counts, Verdict.Reconciled), (second.Counts, second.Verdict));
        Assert.Contains("3 rows, of which 3 rejected again", second.Remarks[0], StringComparison.Ordinal);
        Assert.Equal(0, await crms.New.One<long>("select count(*) from crm_migration.replay_keys"));
    }

    [Fact]
    public async Task A_row_to_be_skipped_is_left_out_for_good_and_its_children_say_so()
    {
        await using var crms = await Crms.Create(Old);
        await crms.Migrate(Plan);
        await crms.Say("required.missing", "2", new RejectFix.Skip());

        var report = await crms.Replay(Plan);
        await crms.Say("parent.skipped", null, new RejectFix.Skip());
        var last = await crms.Replay(Plan, "parent.skipped");

        Assert.Equal((1, 4), (report.Counts.Skipped, report.Counts.Rejected));
        Assert.Equal(["customers 3 required.missing", "orders 30 parent.rejected", "orders 40 parent.missing"], await crms.Rejects());
        Assert.Equal((Verdict.Reconciled, 2, 3), (last.Verdict, last.Counts.Skipped, last.Counts.Rejected));
        Assert.Equal("skipped", await crms.New.One<string>("select status from crm_migration.xref where entity = 'customers' and source_key = '2'"));
    }

    [Fact]
    public async Task A_row_that_is_rejected_again_keeps_its_fix_under_its_new_reason()
    {
        await using var crms = await Crms.Create(Old, "create table new_crm_customers (id int primary key, first_name varchar(5), last_name varchar(5), email varchar(255), phone varchar(255))");
        await crms.Migrate(Plan);
        await crms.Fix("required.missing", "2", ("name", "Bob Longname"));
        await crms.Fix("required.missing", "2", ("email", "bob@example.com"));

        await crms.Replay(Plan);

        Assert.Equal(
            """2 value.too-long open {"name": "Bob Longname", "email": "bob@example.com"}""",
            await crms.New.One<string>("select concat_ws(' ', source_key, rule, resolution, fix) from crm_migration.rejects where entity = 'customers' and source_key = '2'"));
    }

    private static async Task<string> State(Crms crms) =>
        $"{await crms.HashOf("new_crm_customers")} {await crms.HashOf("new_crm_orders")} {await crms.HashOf("(select entity, source_key, fate, target_key, reason from crm_migration.row_fates)")} {await crms.HashOf("crm_migration.control_totals")}";
}
