using CrmMigration.Plan;
using CrmMigration.Reconcile;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Map;

public class ReferencesFollowParents
{
    [Theory]
    [InlineData("smallint", "'{0}'")]
    [InlineData("int", "'{0}'")]
    [InlineData("bigint", "'900000000000000000{0}'")]
    [InlineData("uuid", "'0000000{0}-0000-4000-8000-00000000000f'")]
    [InlineData("text", "'Kunde Nr. {0} – ''ä''\\'")]
    [InlineData("varchar(20)", "'K{0}'")]
    public async Task Each_child_goes_where_its_parent_went(string type, string key)
    {
        string Key(int number) => key.Replace("{0}", $"{number}", StringComparison.Ordinal);
        await using var crms = await Crms.Create(
            $"""
            create table parents (id {type} primary key, email text);
            create table children (id int primary key, parent_id {type}, note text);
            insert into parents values ({Key(1)}, 'one@example.com'), ({Key(2)}, null), ({Key(3)}, 'one@example.com'), ({Key(4)}, 'four@example.com');
            insert into children values (1, {Key(1)}, 'own'), (2, {Key(2)}, 'rejected'), (3, {Key(3)}, 'merged'), (4, {Key(4)}, 'own'), (5, {Key(5)}, 'missing'), (6, null, 'none')
            """);

        var report = await crms.Migrate(Family, partitionRows: 2);

        Assert.Equal(["1 created", "2 rejected", "3 created", "4 created", "5 rejected", "6 created"], await crms.New.All<string>(
            "select source_key || ' ' || fate from crm_migration.row_fates where entity = 'children' order by source_key"));
        Assert.Equal(["2 parent.rejected parent_id", "5 parent.missing parent_id"], await crms.New.All<string>(
            "select concat_ws(' ', source_key, rule, field) from crm_migration.rejects where entity = 'children' order by source_key"));
        Assert.Equal(4, await crms.New.One<long>(
            $"select count(*) from new_children where (id, parent_id) in ((1, {Key(1)}), (3, {Key(1)}), (4, {Key(4)})) or (id = 6 and parent_id is null)"));
        Assert.Equal(Verdict.Reconciled, report.Verdict);
    }

    [Fact]
    public async Task Children_that_stand_first_in_the_plan_load_after_their_parents()
    {
        await using var crms = await Crms.Create(
            $"""
            {Plans.OwnersTable}; create table old_crm_orders (id int primary key, customer_id int, amount numeric(12,2));
            insert into old_crm_customers select i, 'Ann Lee', 'ann' || i || '@example.com', null from generate_series(1, 40) i;
            insert into old_crm_orders select i, 41 - i, i from generate_series(1, 40) i
            """,
            """
            create table new_crm_customers (id int primary key, first_name varchar(255), last_name varchar(255), email varchar(255), phone varchar(255));
            create table new_crm_orders (id int primary key, customer_id int not null references new_crm_customers, amount numeric(12,2));
            """);

        var report = await crms.Migrate(Plans.CustomersAndOrders(), partitionRows: 7);

        Assert.Equal(["customers", "orders"], report.Entities.Select(entity => entity.Name));
        Assert.Equal(new FateCounts(80, 80, 0, 0, 0, 0, 0), report.Counts);
        Assert.Equal(40, await crms.New.One<long>("select count(*) from new_crm_orders where customer_id = 41 - id"));
    }

    [Fact]
    public async Task A_rejection_goes_down_to_the_grandchildren()
    {
        await using var crms = await Crms.Create(
            """
            create table parents (id int primary key, email text);
            create table children (id int primary key, parent_id int, note text);
            create table grandchildren (id int primary key, child_id int);
            insert into parents values (1, null), (2, 'two@example.com');
            insert into children values (10, 1, null), (20, 2, null);
            insert into grandchildren values (100, 10), (200, 20), (300, 30)
            """);
        var plan = Plans.Of(
            $$"""
            "grandchildren": {
              "from": { "table": "grandchildren", "key": "id" }, "to": { "table": "new_grandchildren", "key": "id", "create": true },
              "references": { "child_id": "children" }
            }, {{FamilyEntities}}
            """);

        await crms.Migrate(plan);

        Assert.Equal(["100 parent.rejected", "300 parent.missing"], await crms.New.All<string>(
            "select source_key || ' ' || rule from crm_migration.rejects where entity = 'grandchildren' order by 1"));
        Assert.Equal(["200 created 200"], await crms.New.All<string>(
            "select concat_ws(' ', source_key, fate, target_key) from crm_migration.row_fates where entity = 'grandchildren' and fate <> 'rejected'"));
    }

    private const string FamilyEntities =
        """
        "children": {
          "from": { "table": "children", "key": "id" }, "to": { "table": "new_children", "key": "id", "create": true },
          "references": { "parent_id": "parents" }
        },
        "parents": {
          "from": { "table": "parents", "key": "id" }, "to": { "table": "new_parents", "key": "id", "create": true },
          "fields": [{ "from": "email", "to": "email", "as": "email" }],
          "required": ["email"], "match": [["email"]]
        }
        """;

    private static MigrationPlan Family => Plans.Of(FamilyEntities);
}
