using Xunit;

namespace CrmMigration.Tests.Plan;

public sealed class KeyCheckTests(TwoDatabases databases) : PlanCheckScenario(databases)
{
    private const string FromKey = "$.entities.people.from.key";
    private const string ToKey = "$.entities.people.to.key";

    [Theory]
    [InlineData("id int, a text, primary key (id, a)", "composite: id, a")]
    [InlineData("id int, a text", "it is not declared not null and unique")]
    [InlineData("id int not null, a text", "nothing makes it unique")]
    [InlineData("id int unique, a text", "it is not declared not null and unique")]
    [InlineData("ident int primary key, a text", "there is no column \"id\"")]
    public async Task A_source_without_a_key_of_one_column_is_refused(string columns, string found)
    {
        var result = await CheckPeople(columns, "id int primary key, a text");

        AssertOnly(result.Mistakes, FromKey, found);
    }

    [Theory]
    [InlineData("id int, a text, primary key (id, a)", "composite")]
    [InlineData("id int not null, a text", "nothing makes it unique")]
    [InlineData("id int primary key deferrable, a text", "nothing makes it unique")]
    [InlineData("a text", "there is no column \"id\"")]
    public async Task A_target_without_a_key_of_one_column_is_refused(string columns, string found)
    {
        var result = await CheckPeople("id int primary key, a text", columns);

        AssertOnly(result.Mistakes, ToKey, found);
    }

    [Theory]
    [InlineData("char(4)", "character(4)")]
    [InlineData("numeric", "numeric")]
    [InlineData("date", "date")]
    [InlineData("bytea", "bytea")]
    public async Task A_key_of_another_type_is_refused_on_both_sides(string type, string found)
    {
        var result = await CheckPeople($"id {type} primary key, a text", $"id {type} primary key, a text");

        Assert.Equal([FromKey, ToKey], result.Mistakes.Select(mistake => mistake.Path));
        Assert.All(result.Mistakes, mistake => Assert.Contains($" is {found}", mistake.Found, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("smallint", "bigint")]
    [InlineData("int", "int")]
    [InlineData("uuid", "uuid")]
    [InlineData("varchar(9)", "text")]
    [InlineData("text", "varchar")]
    [InlineData("varchar(9)", "varchar(10)")]
    public async Task A_key_goes_into_one_of_its_kind_that_is_as_wide(string from, string to)
    {
        var result = await CheckPeople($"id {from} primary key, a text", $"id {to} primary key, a text");

        Assert.Empty(result.Mistakes);
    }

    [Theory]
    [InlineData("bigint", "int")]
    [InlineData("int", "text")]
    [InlineData("uuid", "text")]
    [InlineData("text", "varchar(9)")]
    [InlineData("varchar(10)", "varchar(9)")]
    public async Task A_key_that_is_narrower_or_of_another_kind_is_refused(string from, string to)
    {
        var result = await CheckPeople($"id {from} primary key, a text", $"id {to} primary key, a text");

        AssertOnly(result.Mistakes, ToKey, "in the source and \"id\" is");
    }

    [Fact]
    public async Task A_unique_not_null_column_and_a_domain_are_keys_too()
    {
        await Old.Run("create domain number as bigint; create table people (id number not null unique, other int primary key)");
        await New.Run("create table persons (id bigint not null unique, other int)");

        Assert.Empty((await Check(PlanJson.With(""))).Mistakes);
    }

    [Fact]
    public async Task A_generated_target_key_is_refused()
    {
        var result = await CheckPeople("id int primary key, a int", "a int, id int generated always as (a + 1) stored primary key");

        AssertOnly(result.Mistakes, ToKey, "is a generated column");
    }

    [Fact]
    public async Task A_created_key_may_not_take_the_name_of_another_column()
    {
        await Old.Run("create table people (id int primary key, number text)");

        var result = await Check(PlanJson.With("").Replace("\"persons\", \"key\": \"id\"", "\"persons\", \"key\": \"number\", \"create\": true", StringComparison.Ordinal));

        AssertOnly(result.Mistakes, ToKey, "people has a column \"number\" besides its key \"id\"");
    }
}
