using CrmMigration.Plan;
using CrmMigration.Reconcile;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Map;

public class CastsAreTheSources
{
    private const string Things = "create table things (id int primary key, name text, amount text, due text, rest numeric(12,2)); ";
    private const string Many = Things + "insert into things select i, 'n' || i, i::text || '.5', '2024-01-' || (i % 28 + 1), 1 from generate_series(1, 20000) i;";

    private const string Fields = """
        { "from": "name", "to": "name" }, { "from": "rest", "to": "rest" },
        { "from": "amount", "to": "amount", "cast": "numeric(12,2)" }, { "from": "due", "to": "due", "cast": "date" },
        { "from": "id", "to": "number", "cast": "text", "as": { "format": "No. {id}" } }
        """;

    private const string Target = "create table items (id int primary key, name text, rest numeric(12,2), amount numeric(12,2), due date, number text)";

    [Theory]
    [InlineData("", "")]
    [InlineData("", Target)]
    [InlineData("\"match\": [[\"name\", \"number\"]],", "")]
    [InlineData("\"match\": [[\"name\", \"number\"]],", Target)]
    public async Task A_value_that_cannot_be_cast_rejects_its_row_alone(string match, string target)
    {
        await using var crms = await Crms.Create(
            Many + "update things set amount = 'much' where id = 12345; update things set due = '2024-02-30' where id in (1, 777, 20000); update things set amount = '' where id = 778",
            target);

        var report = await crms.Migrate(Plan(Fields, match + "\"totals\": [{ \"sum\": \"amount\" }, { \"sum\": \"rest\" }],"), partitionRows: 6000);

        Assert.Equal(Verdict.Reconciled, report.Verdict);
        Assert.Equal(new FateCounts(20_000, 19_995, 0, 0, 0, 5, 0), report.Counts);
        Assert.Equal(
            ["1 due 22008", "777 due 22008", "778 amount 22P02", "12345 amount 22P02", "20000 due 22008"],
            await crms.New.All<string>("select concat_ws(' ', source_key, field, sqlstate) from crm_migration.rejects where rule = 'cast.failed' order by source_key::int"));
        Assert.Equal("7 | n7 | 1.00 | 7.50 | 2024-01-08 | No. 7", await crms.New.One<string>("select concat_ws(' | ', id, name, rest, amount, due, number) from items where id = 7"));
        Assert.Equal(["rest 20000.00 19995.00 5.00"], report.Entities[0].Totals.Where(total => total.Column == "rest").Select(total => $"{total.Column} {total.Read} {total.Loaded} {total.LeftOut}"));
    }

    [Fact]
    public async Task Rows_that_all_fail_are_all_rejected()
    {
        await using var crms = await Crms.Create(Things + "insert into things select i, 'n', 'x', null, 1 from generate_series(1, 500) i; insert into things values (1000, 'n', '1', null, 1)");

        var report = await crms.Migrate(Plan(Fields, ""), partitionRows: 200);

        Assert.Equal(Verdict.Reconciled, report.Verdict);
        Assert.Equal(new FateCounts(501, 1, 0, 0, 0, 500, 0), report.Counts);
    }

    [Fact]
    public async Task A_row_that_is_skipped_need_not_be_castable()
    {
        await using var crms = await Crms.Create(Things + "insert into things values (1, 'n', 'x', null, 1), (2, 'gone', 'x', null, 1), (3, 'n', '3', null, 1)");

        await crms.Migrate(Plan(Fields, "\"when\": [{ \"rule\": \"gone\", \"column\": \"name\", \"notEquals\": \"gone\" }],"));

        Assert.Equal(["1 rejected", "2 skipped", "3 created 3"], await crms.Fates("things"));
    }

    [Theory]
    [InlineData("text", "'k' || i")]
    [InlineData("uuid", "md5(i::text)::uuid")]
    public async Task Keys_of_any_kind_are_found(string type, string key)
    {
        await using var crms = await Crms.Create(
            $"create table things (id {type} primary key, amount text); insert into things select {key}, i::text from generate_series(1, 3000) i; update things set amount = 'x' where amount in ('5', '2999')");

        var report = await crms.Migrate(Plan("""{ "from": "amount", "to": "amount", "cast": "int" }""", ""), partitionRows: 1000);

        Assert.Equal((Verdict.Reconciled, 2998, 2), (report.Verdict, report.Counts.Created, report.Counts.Rejected));
    }

    [Fact]
    public async Task A_reference_may_be_cast_to_its_parents_key()
    {
        await using var crms = await Crms.Create("create table people (id int primary key); insert into people values (1); create table visits (id int primary key, person text); insert into visits values (10, '1'), (11, 'x'), (12, '2')");

        await crms.Migrate(Plans.Of("""
            "people": { "from": { "table": "people", "key": "id" }, "to": { "table": "persons", "key": "id", "create": true } },
            "visits": {
              "from": { "table": "visits", "key": "id" }, "to": { "table": "calls", "key": "id", "create": true },
              "fields": [{ "from": "person", "to": "person_id", "cast": "int" }], "references": { "person_id": "people" }
            }
            """));

        Assert.Equal(["10 created 10", "11 rejected", "12 rejected"], await crms.Fates("visits"));
        Assert.Equal(["cast.failed", "parent.missing"], await crms.New.All<string>("select rule from crm_migration.rejects order by source_key"));
    }

    private static MigrationPlan Plan(string fields, string more) => Plans.Of(
        $$"""
        "things": {
          "from": { "table": "things", "key": "id" }, "to": { "table": "items", "key": "id", "create": true },
          {{more}}
          "fields": [{{fields}}]
        }
        """);
}
