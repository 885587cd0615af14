using CrmMigration.Plan;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Plan;

public sealed class ChangesPlanTests(TwoDatabases databases) : PlanCheckScenario(databases)
{
    private const string Path = "$.entities.people.changes.changedAt";

    [Fact]
    public void A_sync_goes_by_the_horizon_unless_the_plan_names_a_column() => Assert.Null(Plans.Customers().Entities[0].From[0].Changes);

    [Fact]
    public void A_column_is_read_by_for_nine_of_ten_passes_unless_the_plan_says_otherwise() =>
        Assert.Equal(new ChangesPlan.ByColumn("updated_at", null, 10), Of("{ \"changedAt\": \"updated_at\" }"));

    [Theory]
    [InlineData("30s", 30)]
    [InlineData("15m", 900)]
    [InlineData("2h", 7200)]
    [InlineData("1d", 86400)]
    public void A_plan_says_how_far_to_look_back_and_how_often_the_horizon_decides(string overlap, int seconds) =>
        Assert.Equal(new ChangesPlan.ByColumn("updated_at", TimeSpan.FromSeconds(seconds), 5), Of($$"""{ "changedAt": "updated_at", "overlap": "{{overlap}}", "horizonEvery": 5 }"""));

    [Fact]
    public void A_source_may_say_otherwise_than_its_entity()
    {
        var plan = PlanReader.Read(PlanJson.Of("""
            "people": {
              "from": { "table": "people", "key": "id", "changes": "horizon" }, "to": { "table": "persons", "key": "id" }, "changes": { "changedAt": "updated_at" }
            }
            """));

        Assert.Null(plan.Entities[0].From[0].Changes);
    }

    [Theory]
    [InlineData("\"log\"", "\"horizon\", {")]
    [InlineData("{}", "a column of the source")]
    [InlineData("{ \"changedAt\": 5 }", "a column of the source")]
    [InlineData("{ \"changedAt\": \"a\", \"overlap\": 5 }", "such as \"1h\"")]
    [InlineData("{ \"changedAt\": \"a\", \"overlap\": \"1w\" }", "such as \"1h\"")]
    [InlineData("{ \"changedAt\": \"a\", \"overlap\": \"9999d\" }", "up to 365d")]
    [InlineData("{ \"changedAt\": \"a\", \"horizonEvery\": 0 }", "from 1 to")]
    [InlineData("{ \"changedAt\": \"a\", \"horizonEvery\": 1.5 }", "from 1 to")]
    [InlineData("{ \"changedAt\": \"a\", \"every\": 5 }", "one of changedAt, overlap, horizonEvery")]
    public void Anything_else_is_a_mistake(string changes, string expected)
    {
        var refused = Assert.Throws<InvalidPlanException>(() => Of(changes));

        Assert.Contains(expected, Assert.Single(refused.Mistakes).Expected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_column_that_is_not_there_is_a_mistake_with_the_nearest_name() => Assert.StartsWith(
        "Did you mean 'updated_at'?",
        AssertOnly((await CheckPeople("id int primary key, a text, updated_at timestamptz", "id int primary key, a text", Changes("updated"))).Mistakes, Path, "there is no column \"updated\"").Fix,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("text")]
    [InlineData("bigint")]
    [InlineData("time")]
    public async Task A_column_of_another_type_is_a_mistake(string type) => AssertOnly(
        (await CheckPeople($"id int primary key, a text, changed {type}", "id int primary key, a text", Changes("changed"))).Mistakes, Path, "\"changed\" of people is");

    [Theory]
    [InlineData("timestamptz not null", "create index on people (changed)", "")]
    [InlineData("date not null", "create index on people (changed, a)", "")]
    [InlineData("timestamp not null", "create index on people using brin (changed)", "")]
    [InlineData("timestamptz not null", "select 1", "no index")]
    [InlineData("timestamptz not null", "create index on people (a, changed)", "no index")]
    [InlineData("timestamptz not null", "create index on people (changed) where a > ''", "no index")]
    [InlineData("timestamptz not null", "create index on people using hash (changed)", "no index")]
    [InlineData("timestamptz", "create index on people (changed)", "may be null")]
    public async Task A_column_without_an_index_or_with_nulls_is_warned_of(string type, string index, string warning)
    {
        await Old.Run($"create table people (id int primary key, a text, changed {type}); {index}");
        await New.Run("create table persons (id int primary key, a text)");

        var check = await Check(PlanJson.With(Changes("changed")));

        Assert.Empty(check.Mistakes);
        var found = check.Warnings.Where(one => one.Path == Path).Select(one => one.Found).ToList();
        Assert.Equal(warning.Length > 0, found.Count == 1);
        Assert.All(found, one => Assert.Contains(warning, one, StringComparison.Ordinal));
    }

    private static string Changes(string column) => $$"""
        "changes": { "changedAt": "{{column}}" }
        """;

    private static ChangesPlan? Of(string changes) => PlanReader.Read(PlanJson.With($"\"changes\": {changes}")).Entities[0].From[0].Changes;
}
