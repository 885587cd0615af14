using CrmMigration.Reconcile;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Match;

public class SurvivorsAreFilled
{
    private const string Notes = "alter table old_crm_customers add balance numeric; ";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(100)]
    public async Task A_missing_value_comes_from_the_merged_row_with_the_lowest_key_that_has_one(int partitionRows)
    {
        await using var crms = await Crms.Create(
            $"""
            {Plans.OwnersTable};
            insert into old_crm_customers values
              (10, 'Ann Lee', null, '+1 212 555 0100'), (2, 'Ann Lee', null, '+1 212 555 0100'),
              (9, 'Ann Lee', 'nine@example.com', '+1 212 555 0100'), (30, 'Ann Lee', 'thirty@example.com', '+1 212 555 0100')
            """);

        var report = await crms.Migrate(Plans.Customers(), partitionRows);

        Assert.Equal(["2 Ann Lee nine@example.com +12125550100"], await Rows(crms));
        Assert.Equal(["2 created 2", "9 merged 2", "10 merged 2", "30 merged 2"], await crms.Fates("customers"));
        Assert.Equal(new MergeSummary(1, 3, 4, 0, 1), report.Entities[0].Merges);
        Assert.Equal(Verdict.Reconciled, report.Verdict);
    }

    [Fact]
    public async Task A_value_of_its_own_is_kept()
    {
        await using var crms = await Crms.Create(
            $"{Plans.OwnersTable}; insert into old_crm_customers values (1, 'Ann Lee', 'one@example.com', '+1 212 555 0100'), (2, 'Ann Lee', 'two@example.com', '+1 212 555 0100')");

        await crms.Migrate(Plans.Customers());

        Assert.Equal(["1 Ann Lee one@example.com +12125550100"], await Rows(crms));
    }

    [Fact]
    public async Task A_value_that_cleaning_cleared_is_filled_too()
    {
        await using var crms = await Crms.Create(
            $"{Plans.OwnersTable}; insert into old_crm_customers values (1, 'Ann Lee', 'broken@', '+1 212 555 0100'), (2, 'Ann Lee', 'two@example.com', '+1 212 555 0100')");

        var report = await crms.Migrate(Plans.Customers());

        Assert.Equal(["1 Ann Lee two@example.com +12125550100"], await Rows(crms));
        Assert.Equal(["1 email broken@"], await crms.New.All<string>("select concat_ws(' ', source_key, field, original) from crm_migration.corrections"));
        Assert.Equal(1, report.Entities[0].Merges.FilledValues);
    }

    [Fact]
    public async Task A_column_with_a_control_total_is_never_filled()
    {
        await using var crms = await Crms.Create(
            $"{Plans.OwnersTable}; {Notes} insert into old_crm_customers values (1, 'Ann Lee', 'a@example.com', null, null), (2, 'Ann Lee', 'a@example.com', null, 12.50)");
        var plan = Plans.Of(
            """
            "customers": {
              "from": { "table": "old_crm_customers", "key": "id" }, "to": { "table": "new_crm_customers", "key": "id", "create": true },
              "fields": [{ "from": "email", "to": "email", "as": "email" }, { "from": "balance", "to": "balance" }],
              "match": [["email"]]
            }
            """);

        var report = await crms.Migrate(plan);

        Assert.Equal(Verdict.Reconciled, report.Verdict);
        Assert.Equal(1, await crms.New.One<long>("select count(*) from new_crm_customers where balance is null"));
        Assert.True(Assert.Single(report.Entities[0].Totals).Agrees);
    }

    private static Task<List<string>> Rows(Crms crms) =>
        crms.New.All<string>("select concat_ws(' ', id, first_name, last_name, email, phone) from new_crm_customers order by id");
}
