using CrmMigration.Plan;
using Xunit;

namespace CrmMigration.Tests.Plan;

public sealed class WrittenCheckTests(TwoDatabases databases) : PlanCheckScenario(databases)
{
    [Fact]
    public async Task A_column_that_must_have_a_value_and_gets_none_is_refused()
    {
        var result = await CheckPeople(
            "id int primary key, a text",
            "id int primary key, a text, must int not null, may int, self int not null default 1, counted int generated always as identity, twice int not null generated always as (2) stored");

        AssertOnly(result.Mistakes, "$.entities.people.to.table", "\"must\" of persons is not null, has no default, and nothing fills it");
    }

    [Theory]
    [InlineData("\"required\": [\"a\", \"aa\"]", "$.entities.people.required[1]")]
    [InlineData("\"match\": [[\"a\"], [\"aa\"]]", "$.entities.people.match[1][0]")]
    public async Task Without_fields_a_listed_column_that_does_not_move_is_refused(string property, string path)
    {
        var result = await CheckPeople("id int primary key, a text", "id int primary key, a text, aa text", property);

        var mistake = AssertOnly(result.Mistakes, path, "nothing writes \"aa\"");

        Assert.StartsWith("Did you mean 'a'?", mistake.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Matching_on_a_column_that_is_no_text_is_refused()
    {
        var result = await CheckPeople("id int primary key, a text, born date", "id int primary key, a text, born date", "\"match\": [[\"a\", \"born\"]]");

        AssertOnly(result.Mistakes, "$.entities.people.match[0][1]", "\"born\" is date");
    }

    [Fact]
    public async Task A_type_that_the_target_lacks_is_refused_for_a_table_to_be_created()
    {
        const string Mood = "create type mood as enum ('good')";
        var json = PlanJson.With("").Replace("\"table\": \"persons\"", "\"create\": true, \"table\": \"persons\"", StringComparison.Ordinal);
        await Old.Run($"{Mood}; create table people (id int primary key, a mood, b numeric(3,1))");

        AssertOnly((await Check(json)).Mistakes, "$.entities.people.to.create", "\"a\" is public.mood, a type that the target does not have");

        await New.Run(Mood);
        Assert.Empty((await Check(json)).Mistakes);
    }

    [Theory]
    [InlineData("{ \"sum\": \"note\" }", ".sum", "\"note\" is text")]
    [InlineData("{ \"sum\": \"amuont\" }", ".sum", "\"amuont\" is no column that moves unchanged")]
    [InlineData("{ \"sum\": \"amount\", \"by\": \"curency\" }", ".by", "\"curency\" is no column that moves unchanged")]
    public async Task A_total_of_what_cannot_be_summed_is_refused(string total, string property, string found)
    {
        const string Columns = "id int primary key, amount numeric, note text";

        var result = await CheckPeople(Columns, Columns, $"\"totals\": [{{ \"sum\": \"amount\" }}, {total}]");

        AssertOnly(result.Mistakes, $"$.entities.people.totals[1]{property}", found);
    }

    [Fact]
    public async Task Totals_that_the_plan_names_are_kept()
    {
        const string Columns = "id int primary key, pieces int, kind text, amount numeric";

        var result = await CheckPeople(Columns, Columns, "\"totals\": [{ \"sum\": \"pieces\", \"by\": \"kind\" }]");

        Assert.Equal([new ControlTotalPlan("pieces", "kind")], result.Plan!.Entities[0].Totals);
    }
}
