using Xunit;

namespace CrmMigration.Tests.Plan;

public sealed class TableCheckTests(TwoDatabases databases) : PlanCheckScenario(databases)
{
    private const string FromTable = "$.entities.people.from.table";
    private const string ToTable = "$.entities.people.to.table";
    private const string Table = "(id int primary key, a text)";

    [Fact]
    public async Task A_missing_source_table_is_refused_with_the_nearest_name()
    {
        await Old.Run($"create table peoples {Table}");
        await New.Run($"create table persons {Table}");

        var mistake = AssertOnly((await Check(PlanJson.With(""))).Mistakes, FromTable, "there is no table people in Old");

        Assert.StartsWith("Did you mean 'peoples'?", mistake.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_of_another_schema_is_suggested_with_its_schema()
    {
        await Old.Run($"create schema crm; create table crm.people {Table}; create table peopl {Table}");
        await New.Run($"create table persons {Table}");

        var mistake = AssertOnly((await Check(PlanJson.With(""))).Mistakes, FromTable, "there is no table people");

        Assert.StartsWith("Did you mean 'crm.people'?", mistake.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_target_table_is_refused_unless_the_plan_creates_it()
    {
        await Old.Run($"create table people {Table}");

        var mistake = AssertOnly((await Check(PlanJson.With(""))).Mistakes, ToTable, "there is no table persons in New");

        Assert.Contains("Add \"create\": true", mistake.Fix, StringComparison.Ordinal);
        Assert.Empty((await Check(Creating("persons"))).Mistakes);
    }

    [Theory]
    [InlineData("view", "a view")]
    [InlineData("materialized view", "a materialized view")]
    public async Task A_view_is_refused_on_either_side(string kind, string found)
    {
        await Old.Run($"create table t {Table}; create {kind} people as select * from t");
        await New.Run($"create table t {Table}; create {kind} persons as select * from t");

        var mistakes = (await Check(Creating("persons"))).Mistakes;

        Assert.Equal([FromTable, ToTable], mistakes.Where(mistake => mistake.Found.Contains(found, StringComparison.Ordinal)).Select(mistake => mistake.Path));
    }

    [Fact]
    public async Task A_foreign_table_is_refused()
    {
        await Old.Run("""
            create foreign data wrapper nowhere;
            create server nowhere foreign data wrapper nowhere;
            create foreign table people (id int, a text) server nowhere;
            """);
        await New.Run($"create table persons {Table}");

        AssertOnly((await Check(PlanJson.With(""))).Mistakes, FromTable, "people is a foreign table");
    }

    [Fact]
    public async Task A_partitioned_table_is_a_table()
    {
        await Old.Run("create table people (id int primary key, a text) partition by range (id)");
        await New.Run($"create table persons {Table}");

        Assert.Empty((await Check(PlanJson.With(""))).Mistakes);
    }

    [Fact]
    public async Task A_source_that_may_not_be_read_is_refused()
    {
        await Old.Run($"create table people {Table}");
        await New.Run($"create table persons {Table}");
        var (_, stranger) = await Old.Stranger();

        var mistake = AssertOnly((await Check(PlanJson.With(""), stranger, New.Open)).Mistakes, FromTable, "the role of Old may not read people");

        Assert.Contains("grant select on \"public\".\"people\"", mistake.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_right_missing_on_the_target_is_told()
    {
        await Old.Run($"create table people {Table}");
        await New.Run($"create table persons {Table}");
        var (role, stranger) = await New.Stranger();
        await New.Run(MayInstall(role));

        var mistakes = (await Check(PlanJson.With(""), Old.Open, stranger)).Mistakes;

        Assert.Equal(["read", "insert into", "update"], mistakes.Select(mistake => mistake.Found.Split("may not ")[1].Replace(" persons", "", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_schema_that_is_missing_or_shut_is_refused_for_a_table_to_be_created()
    {
        await Old.Run($"create table people {Table}");
        await New.Run("create schema shut");
        var (role, stranger) = await New.Stranger();
        await New.Run(MayInstall(role));

        AssertOnly((await Check(Creating("nowhere.persons"))).Mistakes, ToTable, "there is no schema nowhere in New");
        AssertOnly((await Check(Creating("shut.persons"), Old.Open, stranger)).Mistakes, ToTable, "may not create tables in schema shut");
    }

    [Fact]
    public async Task A_target_that_is_its_own_source_is_refused()
    {
        await Old.Run($"create table people {Table}");

        var json = PlanJson.With("").Replace("persons", "people", StringComparison.Ordinal);

        AssertOnly((await Check(json, Old.Open, Old.Open)).Mistakes, ToTable, "people is also the source of people, in the same database");
    }

    [Fact]
    public async Task The_same_name_in_two_databases_is_two_tables()
    {
        await Old.Run($"create table people {Table}");
        await New.Run($"create table people {Table}");

        Assert.Empty((await Check(PlanJson.With("").Replace("persons", "people", StringComparison.Ordinal))).Mistakes);
    }

    [Fact]
    public async Task Two_entities_with_one_target_table_are_refused()
    {
        await Old.Run($"create table people {Table}; create table staff {Table}");
        await New.Run($"create table persons {Table}");

        var result = await Check(PlanJson.With("").Replace("  } }", """
              "staff": { "from": { "table": "staff", "key": "id" }, "to": { "table": "persons", "key": "id" } }
              } }
            """, StringComparison.Ordinal));

        AssertOnly(result.Mistakes, "$.entities.staff.to.table", "persons is written by the entities people and staff");
    }

    [Fact]
    public async Task Triggers_hidden_rows_and_heirs_are_warned_of()
    {
        await Old.Run($"create table people {Table}; alter table people enable row level security; create table heir () inherits (people)");
        await New.Run($"""
            create table persons {Table};
            create trigger audit before update on persons for each row execute function suppress_redundant_updates_trigger();
            """);
        var (role, stranger) = await Old.Stranger();
        await Old.Run($"grant select on people to {role}");

        var result = await Check(PlanJson.With(""), stranger, New.Open);

        Assert.Empty(result.Mistakes);
        Assert.Equal(["row level", "other tables inherit", "has triggers"], new[] { "row level", "other tables inherit", "has triggers" }
            .Where(words => result.Warnings.Any(warning => warning.Found.Contains(words, StringComparison.Ordinal))));
    }

    private static string MayInstall(string role) =>
        $"do $$ begin execute format('grant create on database %I to {role}', current_database()); end $$";

    private static string Creating(string table) =>
        PlanJson.With("").Replace("\"table\": \"persons\"", $"\"create\": true, \"table\": \"{table}\"", StringComparison.Ordinal);
}
