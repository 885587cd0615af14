using Xunit;

namespace CrmMigration.Tests.Plan;

public sealed class FieldCheckTests(TwoDatabases databases) : PlanCheckScenario(databases)
{
    [Fact]
    public async Task A_missing_column_is_refused_with_the_nearest_name_on_either_side()
    {
        var result = await CheckPeople("id int primary key, email text", "id int primary key, mail text", """
            "fields": [{ "from": "emial", "to": "mall" }]
            """);

        Assert.Equal(["$.entities.people.fields[0].from", "$.entities.people.fields[0].to"], result.Mistakes.Select(mistake => mistake.Path));
        Assert.Equal(["email", "mail"], result.Mistakes.Select(mistake => mistake.Fix.Split('\'')[1]));
    }

    [Fact]
    public async Task Cleaning_a_column_that_is_no_text_is_refused()
    {
        var result = await CheckPeople("id int primary key, a int", "id int primary key, a text", """
            "fields": [{ "from": "a", "to": "a", "as": "email" }]
            """);

        AssertOnly(result.Mistakes, "$.entities.people.fields[0].from", "\"a\" is integer");
    }

    [Fact]
    public async Task A_cleaned_value_for_a_column_that_is_no_text_is_refused()
    {
        var result = await CheckPeople("id int primary key, a text", "id int primary key, a text, b int", """
            "fields": [{ "from": "a", "to": ["a", "b"], "as": "personName" }]
            """);

        AssertOnly(result.Mistakes, "$.entities.people.fields[0].to", "\"b\" is integer");
    }

    [Theory]
    [InlineData("text", "varchar(50)", "\"email\"", "room for 50 characters and a cleaned value may have any number")]
    [InlineData("varchar(60)", "varchar(50)", "\"email\"", "may have 60")]
    [InlineData("varchar(10)", "varchar(12)", "{ \"phone\": { \"region\": \"US\" } }", "may have 16")]
    public async Task A_narrow_column_for_a_cleaned_value_is_warned_of(string from, string to, string transform, string found)
    {
        var result = await CheckPeople($"id int primary key, a {from}", $"id int primary key, a {to}", $$"""
            "fields": [{ "from": "a", "to": "a", "as": {{transform}} }]
            """);

        Assert.Empty(result.Mistakes);
        AssertOnly(result.Warnings, "$.entities.people.fields[0].to", found);
    }

    [Fact]
    public async Task Writing_a_generated_column_is_refused()
    {
        var result = await CheckPeople("id int primary key, a int", "id int primary key, b int, a int generated always as (b + 1) stored", """
            "fields": [{ "from": "a", "to": "a" }]
            """);

        AssertOnly(result.Mistakes, "$.entities.people.fields[0].to", "\"a\" of persons is a generated column");
    }

    [Fact]
    public async Task A_column_that_may_be_empty_for_one_that_may_not_is_warned_of_unless_required()
    {
        const string Fields = """
            "fields": [{ "from": "a", "to": "a" }]
            """;

        var result = await CheckPeople("id int primary key, a int", "id int primary key, a int not null", Fields);

        Assert.Empty(result.Mistakes);
        AssertOnly(result.Warnings, "$.entities.people.fields[0].to", "\"a\" is not null in the target");
        Assert.Empty((await Check(PlanJson.With($"{Fields}, \"required\": [\"a\"]"))).Warnings);
    }

    [Fact]
    public async Task Without_fields_every_column_of_the_same_name_moves()
    {
        var result = await CheckPeople("id int primary key, b text, a int, \"A\" int, c int", "id int primary key, a int, b text, c int generated always as (1) stored");

        Assert.Empty(result.Mistakes);
        Assert.Equal(["b", "a"], result.Plan!.Entities[0].Sources[0].Fields.Select(field => field.To[0].Name));
        AssertOnly(result.Warnings, "$.entities.people", "columns of people with no counterpart in persons stay behind: A");
    }

    [Fact]
    public async Task Without_fields_and_without_a_common_column_there_is_nothing_to_move()
    {
        var result = await CheckPeople("id int primary key, a text", "id int primary key, b text");

        AssertOnly(result.Mistakes, "$.entities.people", "people and persons have no column of the same name besides the key");
    }
}
