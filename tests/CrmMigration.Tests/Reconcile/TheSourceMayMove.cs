using CrmMigration.Reconcile;
using CrmMigration.Tests.Postgres;
using CrmMigration.Tests.Runs;
using Xunit;

namespace CrmMigration.Tests.Reconcile;

public class TheSourceMayMove
{
    private const string Customers = Plans.OwnersTable + "; insert into old_crm_customers select i, 'Ann Lee', 'ann' || i || '@example.com', null from generate_series(1, 100) i";

    private const string NewCustomer = "insert into old_crm_customers values (50000, 'Eve New', 'eve@example.com', null)";

    [Theory]
    [InlineData("")]
    [InlineData("insert into old_crm_customers values (1, null, null, null), (2, null, null, null)")]
    public async Task A_source_without_a_usable_row_ends_as_its_rows_say(string rows)
    {
        await using var crms = await Crms.Create($"{Plans.OwnersTable}; {rows}");

        var report = await crms.Migrate(Plans.Customers());

        Assert.Equal(rows.Length == 0 ? Verdict.Reconciled : Verdict.NotReconciled, report.Verdict);
        Assert.Equal(0, await crms.New.One<long>("select count(*) from new_crm_customers"));
    }

    [Fact]
    public async Task Rows_that_come_after_the_reading_are_reported_and_no_failure()
    {
        await using var crms = await Crms.Create(Customers);

        var report = await Migrate(crms, "ClusterMatches", NewCustomer + ", (-1, 'Eve Old', null, null)");

        Assert.Empty(report.Findings);
        Assert.Equal(Verdict.Reconciled, report.Verdict);
        Assert.Equal((2, 0), (report.Entities[0].Sources[0].RowsCame, report.Entities[0].Sources[0].RowsWent));
        Assert.Equal(100, report.Counts.Read);
    }

    [Fact]
    public async Task Rows_that_come_before_the_reading_are_read()
    {
        await using var crms = await Crms.Create(Customers);

        var report = await Migrate(crms, "PartitionEntity", NewCustomer + ", (-1, 'Eve Old', null, null)");

        Assert.Equal(Verdict.Reconciled, report.Verdict);
        Assert.Equal((0, 0), (report.Entities[0].Sources[0].RowsCame, report.Entities[0].Sources[0].RowsWent));
        Assert.Equal(102, report.Counts.Created);
    }

    [Fact]
    public async Task Rows_that_leave_after_the_reading_are_reported_and_no_failure()
    {
        await using var crms = await Crms.Create(Customers);

        var report = await Migrate(crms, "ClusterMatches", "delete from old_crm_customers where id in (5, 50, 51)");

        Assert.Equal(Verdict.Reconciled, report.Verdict);
        Assert.Equal((0, 3), (report.Entities[0].Sources[0].RowsCame, report.Entities[0].Sources[0].RowsWent));
    }

    [Theory]
    [InlineData("")]
    [InlineData("create table new_crm_customers (id int primary key, first_name varchar(255), last_name varchar(255), email varchar(255), phone varchar(255))")]
    public async Task A_survivor_that_leaves_while_its_cluster_is_merged_loses_nobody(string newSchema)
    {
        await using var crms = await Crms.Create(
            Customers + "; update old_crm_customers set email = 'ann@example.com' where id in (10, 90, 95)", newSchema);

        var report = await Migrate(crms, "ClusterMatches", "delete from old_crm_customers where id = 10");

        Assert.Empty(report.Findings);
        Assert.Equal(Verdict.Reconciled, report.Verdict);
        Assert.True(report.Counts.AddsUp);
        Assert.Equal(1, await crms.New.One<long>("select count(*) from new_crm_customers where email = 'ann@example.com'"));
    }

    private static Task<RunReport> Migrate(Crms crms, string step, string change) => SteppedRun.Migrate(
        crms,
        Plans.Customers(),
        new() { RunId = "run-1", PartitionRows = 30 },
        name => name == step ? crms.Old.Run(change) : Task.CompletedTask);
}
