using CrmMigration.Reconcile;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Match;

/// <summary>The target refuses e-mail addresses that begin with "refused".</summary>
public class SurvivorsThatAreRefused
{
    private const string OldSchema =
        Plans.OwnersTable + "; create table old_crm_orders (id int primary key, customer_id int, amount numeric(12,2), currency char(3));"
            + "insert into old_crm_orders select i, i, i, 'EUR' from generate_series(1, 4) i;";

    private const string NewSchema =
        """
        create table new_crm_customers (
          id int primary key, first_name varchar(255), last_name varchar(255), email varchar(255) check (email not like 'refused%'), phone varchar(255));
        create table new_crm_orders (
          id int primary key, customer_id int references new_crm_customers, amount numeric(12,2), currency char(3));
        """;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public async Task The_next_member_takes_over_and_children_follow_it(int partitionRows)
    {
        await using var crms = await Crms.Create(
            OldSchema + Customers("(1, 'refused1@example.com'), (2, null), (3, 'three@example.com')"), NewSchema);

        var report = await crms.Migrate(Plans.CustomersAndOrders(), partitionRows);

        Assert.Equal(["1 rejected", "2 created 2", "3 merged 2", "4 created 4"], await crms.Fates("customers"));
        Assert.Equal(["2 three@example.com", "4 four@example.com"], await crms.New.All<string>("select concat_ws(' ', id, email) from new_crm_customers order by id"));
        Assert.Equal(["1 rejected", "2 created 2", "3 created 3", "4 created 4"], await crms.Fates("orders"));
        Assert.Equal(["2 2", "3 2", "4 4"], await crms.New.All<string>("select id || ' ' || customer_id from new_crm_orders order by id"));
        Assert.Empty(report.Findings);
        Assert.Equal(Verdict.Reconciled, report.Verdict);
        Assert.Equal(1, report.Entities[0].Merges.FilledValues);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public async Task A_second_refusal_hands_over_once_more(int partitionRows)
    {
        await using var crms = await Crms.Create(
            OldSchema + Customers("(1, 'refused1@example.com'), (2, 'refused2@example.com'), (3, 'three@example.com')"), NewSchema);

        var report = await crms.Migrate(Plans.CustomersAndOrders(), partitionRows);

        Assert.Equal(["1 rejected", "2 rejected", "3 created 3", "4 created 4"], await crms.Fates("customers"));
        Assert.Equal(["3 3", "4 4"], await crms.New.All<string>("select id || ' ' || customer_id from new_crm_orders order by id"));
        Assert.Equal(Verdict.Reconciled, report.Verdict);
        Assert.All(report.Entities, entity => Assert.True(entity.Counts.AddsUp));
    }

    [Fact]
    public async Task A_cluster_of_which_nobody_arrives_is_rejected_row_by_row()
    {
        await using var crms = await Crms.Create(
            OldSchema + Customers("(1, 'refused1@example.com'), (2, 'refused2@example.com'), (3, 'refused3@example.com')"), NewSchema);

        var report = await crms.Migrate(Plans.CustomersAndOrders(), partitionRows: 2);

        Assert.Equal(["1 target.check", "2 target.check", "3 target.check"], await crms.New.All<string>(
            "select source_key || ' ' || rule from crm_migration.rejects where entity = 'customers' order by 1"));
        Assert.Equal(["1 parent.rejected", "2 parent.rejected", "3 parent.rejected"], await crms.New.All<string>(
            "select source_key || ' ' || rule from crm_migration.rejects where entity = 'orders' order by 1"));
        Assert.Equal(Verdict.Reconciled, report.Verdict);
    }

    // One person by name and phone, and a fourth customer who has nothing to do with it.
    [Fact]
    public async Task A_survivor_that_is_fine_by_itself_is_not_lost_to_a_filled_value()
    {
        await using var crms = await Crms.Create(
            OldSchema + Customers("(1, null), (2, 'refused2@example.com'), (3, null)"), NewSchema);

        await crms.Migrate(Plans.CustomersAndOrders());

        Assert.Contains("1 created 1", await crms.Fates("customers"));
    }

    private static string Customers(string emails) =>
        $"""
        insert into old_crm_customers select id, 'Ann Lee', email, '+1 212 555 0100' from (values {emails}) as given (id, email);
        insert into old_crm_customers values (4, 'Bob Ray', 'four@example.com', null);
        """;
}
