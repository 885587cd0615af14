using CrmMigration.Plan;
using Xunit;

namespace CrmMigration.Tests.Plan;

public sealed class LogCheckTests(TwoDatabases databases) : PlanCheckScenario(databases)
{
    private const string ByLog = """
        "changes": { "log": true }
        """;

    [Theory]
    [InlineData("{ \"log\": true }", null, null, 100)]
    [InlineData("{ \"log\": { \"slot\": \"a\", \"publication\": \"b\" }, \"horizonEvery\": 7 }", "a", "b", 7)]
    public void A_plan_may_name_the_slot_and_the_publication(string changes, string? slot, string? publication, int every) =>
        Assert.Equal(new ChangesPlan.ByLog(slot, publication, every), PlanReader.Read(PlanJson.With($"\"changes\": {changes}")).Entities[0].From[0].Changes);

    [Theory]
    [InlineData("{ \"log\": false }", "true, or")]
    [InlineData("{ \"log\": true, \"changedAt\": \"a\" }", "one of log, horizonEvery")]
    [InlineData("{ \"log\": { \"name\": \"a\" } }", "one of slot, publication")]
    public void Anything_else_is_a_mistake(string changes, string expected) => Assert.StartsWith(
        expected,
        Assert.Single(Assert.Throws<InvalidPlanException>(() => PlanReader.Read(PlanJson.With($"\"changes\": {changes}"))).Mistakes).Expected,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("My Plan", "old", "crm_migration_my_plan_old")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "old", "crm_migration_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void Without_names_both_are_named_after_the_plan_and_the_source(string plan, string source, string name) =>
        Assert.Equal(new LogNames(name, name), LogNames.Of(plan, source, new(null, null, 1)));

    [Fact]
    public async Task What_is_missing_is_told_with_the_statements_that_make_it()
    {
        var check = await CheckPeople("id int primary key, a text", "id int primary key, a text", ByLog);
        var (mistakes, warnings) = (check.Mistakes, check.Warnings);

        Assert.All(mistakes, mistake => Assert.Equal("$.entities.people.changes.log", mistake.Path));
        Assert.Contains(mistakes, mistake => mistake.Fix.Contains("create publication \"crm_migration_", StringComparison.Ordinal) && mistake.Fix.Contains("for table \"public\".\"people\";", StringComparison.Ordinal));
        Assert.Contains(warnings, warning => warning.Fix.Contains("pg_create_logical_replication_slot('crm_migration_", StringComparison.Ordinal) && warning.Fix.Contains("drop-slots", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("create unlogged table people (id int primary key, a text)", "not in the log")]
    [InlineData("create table people (id int not null unique, a text)", "does not give \"id\"")]
    [InlineData("create table people (id int primary key, a text); drop publication if exists told; create publication told for table people with (publish = 'insert')", "no publication")]
    [InlineData("create table people (id int primary key, a text); drop publication if exists told; create publication told for table people where (id > 5)", "no publication")]
    [InlineData("create table people (id int primary key, a text); create table heirs () inherits (people)", "has heirs")]
    public async Task A_table_whose_changes_are_not_in_the_log_is_a_mistake(string table, string found)
    {
        await Old.Run(table);
        await New.Run("create table persons (id int primary key, a text)");

        var mistakes = (await Check(PlanJson.With("\"changes\": { \"log\": { \"publication\": \"told\" } }"))).Mistakes;

        Assert.Contains(mistakes, mistake => mistake.Found.Contains(found, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_table_that_is_published_is_fine()
    {
        await Old.Run("create table people (id int primary key, a text); drop publication if exists told; create publication told for table people");
        await New.Run("create table persons (id int primary key, a text)");

        var check = await Check(PlanJson.With("\"changes\": { \"log\": { \"publication\": \"told\", \"slot\": \"none\" } }"));

        Assert.Empty(check.Mistakes);
        Assert.Contains(check.Warnings, warning => warning.Found.StartsWith("there is no slot none", StringComparison.Ordinal));
    }
}
