using Xunit;

namespace CrmMigration.Tests.Plan;

public sealed class CleanedCheckTests(TwoDatabases databases) : PlanCheckScenario(databases)
{
    [Fact]
    public async Task Text_for_a_column_of_another_type_is_refused_with_the_type_it_needs()
    {
        var result = await CheckPeople("id int primary key, a text", "id int primary key, a date", """
            "fields": [{ "from": "a", "to": "a", "as": "trim" }]
            """);

        var mistake = AssertOnly(result.Mistakes, "$.entities.people.fields[0].to", "\"a\" is date");
        Assert.Contains("end \"as\" with a transform that gives dates", mistake.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_may_go_into_uuid()
    {
        var result = await CheckPeople("id int primary key, a text", "id int primary key, a uuid", """
            "fields": [{ "from": "a", "to": "a", "as": "trim" }]
            """);

        Assert.Empty(result.Mistakes);
    }

    [Fact]
    public async Task What_cannot_be_kept_in_its_column_may_not_be_asked_to_stay()
    {
        var result = await CheckPeople("id int primary key, a text", "id int primary key, a uuid", """
            "fields": [{ "from": "a", "to": "a", "as": "email", "onInvalid": "keep" }]
            """);

        AssertOnly(result.Mistakes, "$.entities.people.fields[0].to", "\"a\" is uuid and an unusable value is to be kept");
    }

    [Theory]
    [InlineData("\"from\": \"a\", \"as\": \"trim\"", 20, null)]
    [InlineData("\"from\": \"a\", \"as\": { \"default\": \"twenty-one characters\" }", 20, "may have 21")]
    [InlineData("\"from\": [\"a\", \"b\"], \"as\": { \"format\": \"{a}, {b}\" }", 42, null)]
    [InlineData("\"from\": [\"a\", \"b\"], \"as\": { \"format\": \"{a}, {b}\" }", 41, "may have 42")]
    [InlineData("\"from\": [\"a\", \"c\"], \"as\": { \"format\": \"{a}, {c}\" }", 99, "may have any number")]
    [InlineData("\"from\": \"a\", \"as\": { \"phone\": { \"region\": \"US\" } }", 16, null)]
    [InlineData("\"from\": \"a\", \"as\": { \"phone\": { \"region\": \"US\" } }, \"onInvalid\": \"keep\"", 16, "may have 20")]
    public async Task The_longest_that_a_chain_may_give_is_compared_with_its_column(string field, int room, string? warning)
    {
        var result = await CheckPeople("id int primary key, a varchar(20), b varchar(20), c text", $"id int primary key, t varchar({room})", $$"""
            "fields": [{ {{field}}, "to": "t" }]
            """);

        Assert.Empty(result.Mistakes);
        Assert.Equal(warning is null ? 0 : 1, result.Warnings.Count);
        Assert.Contains(warning ?? "", result.Warnings.Count > 0 ? result.Warnings[0].Found : "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_and_its_extension_have_lengths_of_their_own()
    {
        var result = await CheckPeople("id int primary key, a varchar(20)", "id int primary key, t varchar(16), e varchar(19)", """
            "fields": [{ "from": "a", "to": { "number": "t", "extension": "e" }, "as": { "phone": { "region": "US" } } }]
            """);

        var warning = Assert.Single(result.Warnings);
        Assert.Contains("\"e\" has room for 19 characters and a cleaned value may have 20", warning.Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("land", "there is no column \"land\"")]
    [InlineData("c", "\"c\" is integer")]
    public async Task The_column_of_a_phone_number_s_country_is_a_text_column_of_the_source(string column, string found)
    {
        var result = await CheckPeople("id int primary key, a text, c int", "id int primary key, t text", $$"""
            "fields": [{ "from": "a", "to": "t", "as": { "phone": { "regionFrom": "{{column}}" } } }]
            """);

        AssertOnly(result.Mistakes, "$.entities.people.fields[0].as", found);
    }

    [Fact]
    public async Task A_default_at_the_end_gives_every_row_a_value()
    {
        var result = await CheckPeople("id int primary key, a text", "id int primary key, a text not null", """
            "fields": [{ "from": "a", "to": "a", "as": { "default": "none" } }]
            """);

        Assert.Empty(result.Warnings);
    }

    [Theory]
    [InlineData("\"legacy\"", "varchar(6)", null)]
    [InlineData("\"legacy\"", "varchar(5)", "has 6 characters; the column takes 5")]
    [InlineData("\"legacy\"", "date", "is no date")]
    [InlineData("\"2024-02-29\"", "date", null)]
    [InlineData("\"2023-02-29\"", "date", "is no date")]
    [InlineData("70000", "smallint", "has 5 digits; the column takes whole numbers from -32768 to 32767")]
    [InlineData("7", "numeric(12,2)", null)]
    [InlineData("7.125", "numeric(12,2)", "has 3 digits behind the decimal point; the column takes 2")]
    [InlineData("true", "boolean", null)]
    [InlineData("1", "boolean", "is no true or false")]
    [InlineData("\"{}\"", "jsonb", "\"t\" is jsonb")]
    public async Task A_value_of_the_plan_is_checked_against_its_column(string value, string type, string? found)
    {
        var result = await CheckPeople("id int primary key", $"id int primary key, t {type}", $$"""
            "fields": [{ "value": {{value}}, "to": "t" }]
            """);

        Assert.Equal(found is null ? 0 : 1, result.Mistakes.Count);
        Assert.Contains(found ?? "", result.Mistakes.Count > 0 ? result.Mistakes[0].Found : "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("^0049", null)]
    [InlineData("(a)\\\\1", "so its time has no bound")]
    public async Task A_pattern_that_goes_back_is_warned_of(string pattern, string? found)
    {
        var result = await CheckPeople("id int primary key, a text", "id int primary key, t text", $$"""
            "fields": [{ "from": "a", "to": "t", "as": ["trim", { "replace": { "pattern": "{{pattern}}" } }] }]
            """);

        Assert.Empty(result.Mistakes);
        Assert.Equal(found is null ? 0 : 1, result.Warnings.Count);
        Assert.Contains(found ?? "", result.Warnings.Count > 0 ? result.Warnings[0].Found : "", StringComparison.Ordinal);
        Assert.All(result.Warnings, warning => Assert.Equal("$.entities.people.fields[0].as", warning.Path));
    }

    [Fact]
    public async Task A_created_table_gets_columns_for_what_the_fields_give()
    {
        await Old.Run("create table people (id int primary key, a varchar(20), b char(5), c text)");

        var result = await Check(PlanJson.With("""
            "fields": [
              { "from": "a", "to": "a", "as": { "default": "a default of twenty-five" } },
              { "from": "b", "to": "b", "as": "upper", "required": true },
              { "from": ["a", "c"], "to": "c", "as": { "format": "{a} {c}" } },
              { "value": 1, "to": "d" }, { "value": 1.5, "to": "e" }, { "value": false, "to": "f" }, { "value": "x", "to": "g" }
            ]
            """).Replace("\"persons\", \"key\": \"id\"", "\"persons\", \"key\": \"id\", \"create\": true", StringComparison.Ordinal));

        Assert.Empty(result.Mistakes);
        Assert.Equal(
            ["a character varying(24)", "b character varying(5)", "c text", "d bigint", "e numeric", "f boolean", "g text"],
            result.Plan!.Entities[0].Sources[0].Fields.SelectMany(field => field.To).Select(column => $"{column.Name} {column.Type}"));
        Assert.Equal(["b"], result.Plan.Entities[0].Sources[0].Fields.SelectMany(field => field.To).Where(column => column.NotNull).Select(column => column.Name));
    }
}
