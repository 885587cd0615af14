using CrmMigration.Plan;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Sync;

/// <summary>The new CRM deletes or changes children with their parent, and has children of its own.</summary>
public class ChildrenOfTheGone
{
    private const string Old =
        Plans.OwnersTable + """
        ; create table old_crm_orders (id int primary key, customer_id int, amount numeric(12,2), currency char(3));
        insert into old_crm_customers values (1, 'Ann Lee', 'ann@example.com', null), (2, 'Bob Ray', 'bob@example.com', null);
        insert into old_crm_orders values (10, 1, 1.25, 'USD'), (11, 1, 2.25, 'USD'), (20, 2, 2.50, 'USD')
        """;

    private static readonly MigrationPlan Plan = Plans.CustomersAndOrders();

    [Theory]
    [InlineData("cascade", "insert into new_crm_orders values (999, 1, 9, 'USD')", 999)]
    [InlineData("set null", "insert into new_crm_orders values (999, 1, 9, 'USD')", 999)]
    [InlineData("cascade", "update new_crm_orders set amount = 7 where id = 10", 10)]
    public async Task A_parent_stays_while_a_child_does_that_was_made_or_edited_there(string action, string statement, int child)
    {
        await using var crms = await Crms.Create(Old, $"""
            create table new_crm_customers (id int primary key, first_name text, last_name text, email text, phone text);
            create table new_crm_orders (id int primary key, customer_id int constraint of_customer references new_crm_customers on delete {action}, amount numeric(12,2), currency char(3))
            """);
        await crms.MigrateQuietly(Plan);
        await crms.Sync(Plan);
        await crms.New.Run(statement);
        await crms.Old.Run("delete from old_crm_orders where customer_id in (1, 2); delete from old_crm_customers");

        var report = await crms.Sync(Plan);
        var orders = await crms.New.All<int>("select id from new_crm_orders where customer_id = 1");
        var customers = await crms.New.All<int>("select id from new_crm_customers");
        await crms.New.Run($"delete from new_crm_orders where id = {child}");
        await crms.Sync(Plan);

        Replays.AssertReconciled(report);
        Assert.Equal([child], orders);
        Assert.Equal([1], customers);
        Assert.Equal(0, await crms.New.One<long>("select count(*) from new_crm_customers"));
    }

    [Fact]
    public async Task Rows_that_refer_to_each_other_in_one_table_go_together()
    {
        await using var crms = await Crms.Create(
            "create table things (id int primary key, name text, boss int); insert into things values (1, 'one', null), (2, 'two', 1), (3, 'three', null)",
            "create table new_things (id int primary key, name text, boss int references new_things on delete cascade)");
        var plan = Plans.Of("""
            "things": { "from": { "table": "things", "key": "id" }, "to": { "table": "new_things", "key": "id" } }
            """);
        await crms.MigrateQuietly(plan);
        await crms.Old.Run("delete from things where id in (1, 2)");

        var report = await crms.Sync(plan);

        Replays.AssertReconciled(report);
        Assert.Equal([3], await crms.New.All<int>("select id from new_things"));
    }

    [Fact]
    public async Task What_a_row_that_stays_refers_to_stays_too_all_the_way_up()
    {
        await using var crms = await Crms.Create(
            "create table things (id int primary key, name text, boss int); insert into things values (1, 'one', null), (2, 'two', 1), (3, 'three', 2), (4, 'four', null)",
            "create table new_things (id int primary key, name text, boss int references new_things on delete cascade)");
        var plan = Plans.Of("""
            "things": { "from": { "table": "things", "key": "id" }, "to": { "table": "new_things", "key": "id" } }
            """);
        await crms.MigrateQuietly(plan);
        await crms.Sync(plan);
        await crms.New.Run("update new_things set name = 'edited' where id = 3");
        await crms.Old.Run("delete from things where id < 4");

        var report = await crms.Sync(plan);

        Replays.AssertReconciled(report);
        Assert.Equal([1, 2, 3, 4], await crms.New.All<int>("select id from new_things order by id"));
    }

    [Fact]
    public async Task A_parent_that_the_new_crm_points_from_to_its_child_goes_with_it()
    {
        await using var crms = await Crms.Create(Old, """
            create table new_crm_customers (id int primary key, first_name text, last_name text, email text, phone text, last_order int);
            create table new_crm_orders (id int primary key, customer_id int references new_crm_customers, amount numeric(12,2), currency char(3));
            alter table new_crm_customers add foreign key (last_order) references new_crm_orders on delete set null
            """);
        await crms.MigrateQuietly(Plan);
        await crms.Sync(Plan);
        await crms.New.Run("update new_crm_customers set last_order = 10 where id = 1");
        await crms.Old.Run("delete from old_crm_orders where customer_id = 1; delete from old_crm_customers where id = 1");

        var report = await crms.Sync(Plan);

        Replays.AssertReconciled(report);
        Assert.Equal((1L, 1L), (await crms.New.One<long>("select count(*) from new_crm_customers"), await crms.New.One<long>("select count(*) from new_crm_orders")));
    }
}
