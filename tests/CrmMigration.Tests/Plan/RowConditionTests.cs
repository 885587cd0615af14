using CrmMigration.Plan;
using Xunit;

namespace CrmMigration.Tests.Plan;

public sealed class RowConditionTests(TwoDatabases databases) : PlanCheckScenario(databases)
{
    private const string Columns = "id int primary key, s text, c char(3), n int, d date, b boolean, j json";

    [Theory]
    [InlineData("\"column\": \"s\", \"in\": [\"a\", \"it's\"]", "1 4")]
    [InlineData("\"column\": \"s\", \"notIn\": [\"a\", \"it's\"]", "2 3")]
    [InlineData("\"column\": \"s\", \"equals\": \"\"", "2")]
    [InlineData("\"column\": \"s\", \"notEquals\": \"a\"", "2 3 4")]
    [InlineData("\"column\": \"s\", \"isNull\": true", "3")]
    [InlineData("\"column\": \"s\", \"isNotNull\": true", "1 2 4")]
    [InlineData("\"column\": \"c\", \"equals\": \"x\"", "1")]
    [InlineData("\"column\": \"n\", \"lessThan\": 10", "2")]
    [InlineData("\"column\": \"n\", \"atMost\": 10", "1 2")]
    [InlineData("\"column\": \"n\", \"greaterThan\": -1", "1 4")]
    [InlineData("\"column\": \"n\", \"atLeast\": -1", "1 2 4")]
    [InlineData("\"column\": \"d\", \"atLeast\": \"2020-01-01\"", "1")]
    [InlineData("\"column\": \"b\", \"equals\": true", "1")]
    [InlineData("\"column\": \"b\", \"notIn\": [true]", "2 3 4")]
    public async Task A_condition_is_met_as_it_reads_and_null_meets_only_what_denies(string condition, string met)
    {
        await Old.Run($$"""
            create table people ({{Columns}});
            insert into people values
              (1, 'a', 'x', 10, '2020-01-01', true), (2, '', 'xx', -1, '2019-12-31', false), (3, null, null, null, null, null), (4, 'it''s', null, 11, null, null);
            """);

        var read = Assert.Single(PlanReader.Read(PlanJson.With($$"""
            "when": [{ "rule": "r", {{condition}} }]
            """)).Entities[0].From[0].When);
        await using var command = Old.Open.CreateCommand($"select string_agg(id::text, ' ' order by id) from people where {read.Sql}");

        Assert.Equal(met, await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("""{ "rule": "r", "column": "s" }""", "", "0 tests stand")]
    [InlineData("""{ "rule": "r", "column": "s", "in": ["a"], "notIn": ["b"] }""", "", "2 tests stand")]
    [InlineData("""{ "rule": "r", "column": "s", "is": "a", "equals": "a" }""", ".is", "unknown property \"is\"")]
    [InlineData("""{ "column": "s", "equals": "a" }""", ".rule", "\"rule\" is missing")]
    [InlineData("""{ "rule": "r", "equals": "a" }""", ".column", "\"column\" is missing")]
    [InlineData("""{ "rule": "r", "column": "s", "in": "a" }""", ".in", "\"a\" stands here")]
    [InlineData("""{ "rule": "r", "column": "s", "in": [] }""", ".in", "an empty list")]
    [InlineData("""{ "rule": "r", "column": "s", "equals": null }""", ".equals", "null stands here")]
    [InlineData("""{ "rule": "r", "column": "s", "isNull": false }""", ".isNull", "false stands here")]
    public void A_mistaken_condition_is_told_where_it_stands(string condition, string path, string found)
    {
        var mistake = Assert.Single(Assert.Throws<InvalidPlanException>(() => PlanReader.Read(PlanJson.With($"\"when\": [{condition}]"))).Mistakes);

        Assert.Equal($"$.entities.people.when[0]{path}", mistake.Path);
        Assert.Contains(found, mistake.Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"column\": \"x\", \"isNull\": true", ".column", "there is no column \"x\" in people")]
    [InlineData("\"column\": \"n\", \"in\": [1, \"D\"]", "", "\"n\" is integer, and the source cannot test it so")]
    [InlineData("\"column\": \"d\", \"lessThan\": \"2023-02-30\"", "", "\"d\" is date, and the source cannot test it so")]
    [InlineData("\"column\": \"j\", \"equals\": \"{}\"", "", "\"j\" is json, and the source cannot test it so")]
    public async Task A_condition_that_the_source_cannot_test_is_refused(string condition, string path, string found)
    {
        var result = await CheckPeople(Columns, "id int primary key", $$"""
            "fields": [], "when": [{ "rule": "r", {{condition}} }]
            """);

        AssertOnly(result.Mistakes, $"$.entities.people.when[0]{path}", found);
    }
}
