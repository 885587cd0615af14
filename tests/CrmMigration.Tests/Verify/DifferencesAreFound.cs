using CrmMigration.Plan;
using CrmMigration.Reconcile;
using CrmMigration.Reconcile.Report;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Verify;

public class DifferencesAreFound
{
    // 2 is 1 with a phone, 9 has no name.
    internal const string Old =
        Plans.OwnersTable + """
        ; create table old_crm_orders (id int primary key, customer_id int, amount numeric(12,2), currency char(3));
        insert into old_crm_customers values
          (1, 'Ann Lee', 'ann@example.com', null), (2, 'Ann Leigh', 'ann@example.com', '+1 212 555 0102'), (3, 'Cy Orr', 'cy@example.com', null),
          (4, 'Di Poe', 'di@example.com', null), (5, 'Ed Fox', 'ed@example.com', null), (6, 'Flo Hart', 'flo@example.com', '+1 212 555 0106'), (9, null, 'nobody@example.com', null);
        insert into old_crm_orders select i * 10, i, i * 1.25, 'USD' from generate_series(1, 6) i; insert into old_crm_orders values (90, 9, 9, 'USD')
        """;

    internal static readonly MigrationPlan Plan = Plans.CustomersAndOrders();

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task A_migration_that_nobody_touched_is_equal(bool deep, bool synchronized)
    {
        await using var crms = await Migrated(synchronized);

        var report = await crms.Verify(Plan, deep);

        Replays.AssertReconciled(report);
        Assert.Equal("5 equal 1 merged 1 rejected", report.Counts("customers"));
        Assert.Equal("6 equal 1 rejected", report.Counts("orders"));
        Assert.Equal(deep, report.Entities[0].Verification!.Deep);
        Assert.Equal((5, 5), (report.Entities[0].Verification!.TargetRows, report.Entities[0].Verification!.OwnRows));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task What_somebody_edits_or_deletes_in_the_target_is_found_and_its_columns_are_named(bool deep, bool synchronized)
    {
        await using var crms = await Migrated(synchronized);
        await crms.New.Run("""
            update new_crm_customers set email = 'other@example.com', last_name = 'Other' where id = 3;
            update new_crm_customers set phone = null where id = 1;
            delete from new_crm_customers where id = 5;
            delete from new_crm_orders where id = 60;
            update new_crm_orders set amount = amount + 0.01 where id = 40;
            insert into new_crm_customers (id, first_name, last_name) values (500, 'Made', 'Here')
            """);

        var report = await crms.Verify(Plan, deep);

        Assert.Equal(Verdict.NotReconciled, report.Verdict);
        Assert.Equal(
            ["customers 1 differing: phone", "customers 3 differing: last_name,email", "customers 5 missing", "orders 40 differing: amount", "orders 60 missing"],
            (await crms.Differences()).Select(one => one.Replace("email,last_name", "last_name,email", StringComparison.Ordinal)));
        Assert.Equal("2 equal 2 differing 1 missing 1 merged 1 rejected", report.Counts("customers"));
        var found = report.Entities[0].Verification!;
        Assert.Equal((5, 4), (found.TargetRows, found.OwnRows));
        Assert.Contains("customers: 1 row missing: written once, and not in the target any more. Keys: 5.", report.Findings);
    }

    // A transaction somewhere in the source's cluster holds the horizon back: all rows look as if they had changed since the last pass.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_somebody_edits_or_deletes_in_the_target_is_found_whatever_the_horizon_says(bool deep)
    {
        await using var crms = await Crms.Create();
        await using var other = await crms.Old.DataSource.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await other.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var begin = new Npgsql.NpgsqlCommand("select pg_current_xact_id()", other, transaction))
        {
            await begin.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await crms.Old.Run(Old);
        await crms.Migrate(Plan);
        await crms.New.Run("update new_crm_customers set email = 'other@example.com' where id = 3; delete from new_crm_customers where id = 5");

        var report = await crms.Verify(Plan, deep);

        Assert.Equal(Verdict.NotReconciled, report.Verdict);
        Assert.Equal(["customers 3 differing: email", "customers 5 missing"], await crms.Differences());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_left_the_source_is_extra_and_what_changed_there_is_not_yet_brought_over(bool deep)
    {
        await using var crms = await Migrated(synchronized: true);
        await crms.Old.Run("""
            delete from old_crm_orders where id in (40, 90); delete from old_crm_customers where id = 4;
            update old_crm_customers set email = 'new@example.com' where id = 3;
            update old_crm_customers set phone = '+1 212 555 0199' where id = 2;
            insert into old_crm_customers values (7, 'Gus Ray', 'gus@example.com', null)
            """);

        var report = await crms.Verify(Plan, deep);

        Assert.Equal(["customers 4 extra", "orders 40 extra"], await crms.Differences());
        Assert.Equal(deep ? "2 equal 1 merged 1 rejected 3 changed 1 extra" : "4 equal 1 merged 1 rejected 1 changed 1 extra", report.Counts("customers"));
        Assert.InRange(report.Entities[0].Verification!.Sources[0].ChangedSince, 3, 7);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_row_that_no_pass_brought_though_it_is_old_is_missing(bool deep)
    {
        await using var crms = await Migrated(synchronized: true);
        await crms.New.Run("delete from crm_migration.links where source_key = '6' and target_key = '6'; delete from new_crm_customers where id = 6");

        var report = await crms.Verify(Plan, deep);

        Assert.Equal(["customers 6 missing"], await crms.Differences());
        Assert.Contains("customers: 1 row missing: in the source, and no run or pass has brought it. Keys: 6.", report.Findings);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task Values_that_the_plan_makes_otherwise_today_are_seen_by_a_deep_verification_only(bool deep, int differing)
    {
        await using var crms = await Migrated(synchronized: true);
        var plan = PlanReader.Read(Plan.Json.Replace("\"as\": \"email\"", "\"as\": [\"email\", { \"replace\": { \"pattern\": \"^cy@\", \"with\": \"sy@\" } }]", StringComparison.Ordinal));

        var report = await crms.Verify(plan, deep);

        Assert.Equal(differing, (await crms.Differences()).Count(one => one == "customers 3 differing: email"));
        Assert.Equal(deep ? Verdict.NotReconciled : Verdict.Reconciled, report.Verdict);
        Assert.Contains("--deep", string.Concat(report.Entities.Where(_ => !deep).Select(entity => CrmMigration.Verify.VerificationWords.Depth(entity.Verification!))) + (deep ? "--deep" : ""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_differences_lie_is_told_by_range()
    {
        await using var crms = await Migrated(synchronized: true);
        await crms.New.Run("update new_crm_customers set last_name = 'Other' where id in (3, 4)");

        var report = await crms.Verify(Plan, partitionRows: 3);

        var range = Assert.Single(report.Entities[0].Verification!.Ranges, one => one.Through == "3");
        Assert.Equal((null, 3, 1, 0), (range.After, range.Rows, range.Differing, range.Missing));
        Assert.Contains("keys up to 3: 1 differing and 0 missing of 3 rows", HtmlReport.Render(report), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_row_that_was_edited_before_the_first_look_is_compared_by_value(bool deep)
    {
        await using var crms = await Migrated(synchronized: false);
        await crms.New.Run("update new_crm_customers set first_name = 'Edited' where id = 4; update new_crm_customers set first_name = first_name where id = 6");

        await crms.Verify(Plan, deep);

        Assert.Equal(["customers 4 differing: first_name"], await crms.Differences());
    }

    internal static async Task<Crms> Migrated(bool synchronized)
    {
        var crms = await Crms.Create(Old);
        Replays.AssertReconciled(await crms.MigrateQuietly(Plan));
        if (synchronized)
        {
            Replays.AssertReconciled(await crms.Sync(Plan));
        }

        return crms;
    }
}
