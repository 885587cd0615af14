using Xunit;

namespace CrmMigration.Tests.Plan;

public sealed class CopyRuleTests(TwoDatabases databases) : PlanCheckScenario(databases)
{
    [Theory]
    [InlineData("numeric(12,2)", "numeric(12,2)")]
    [InlineData("numeric(12,2)", "numeric(14,2)")]
    [InlineData("numeric(12,2)", "numeric")]
    [InlineData("numeric(4,-2)", "numeric(5,-2)")]
    [InlineData("varchar(100)", "varchar(255)")]
    [InlineData("varchar(100)", "text")]
    [InlineData("text", "varchar")]
    [InlineData("timestamp(3)", "timestamp")]
    [InlineData("timestamp", "timestamp(6)")]
    [InlineData("varbit(3)", "varbit(4)")]
    [InlineData("interval(3)", "interval")]
    [InlineData("varchar(3)[]", "varchar(4)[]")]
    [InlineData("jsonb", "jsonb")]
    [InlineData("money", "money")]
    [InlineData("int4range", "int4range")]
    [InlineData("bit(3)", "bit(3)")]
    public async Task A_column_is_copied_into_one_of_its_type_that_is_as_wide(string from, string to)
    {
        var result = await CheckPeople($"id int primary key, a {from}", $"id int primary key, a {to}");

        Assert.Empty(result.Mistakes);
        Assert.Empty(result.Warnings);
    }

    [Theory]
    [InlineData("int", "bigint")]
    [InlineData("bigint", "int")]
    [InlineData("int", "text")]
    [InlineData("json", "jsonb")]
    [InlineData("timestamp", "timestamptz")]
    [InlineData("timestamp", "timestamp(3)")]
    [InlineData("numeric(12,2)", "numeric(10,2)")]
    [InlineData("numeric(12,2)", "numeric(14,3)")]
    [InlineData("numeric", "numeric(12,2)")]
    [InlineData("varchar(255)", "varchar(100)")]
    [InlineData("text", "varchar(100)")]
    [InlineData("char(5)", "varchar(4)")]
    [InlineData("varchar(4)[]", "varchar(3)[]")]
    [InlineData("int[]", "int")]
    [InlineData("bit(3)", "bit(4)")]
    [InlineData("bit(1)", "boolean")]
    [InlineData("regclass", "regclass")]
    [InlineData("aclitem", "aclitem")]
    public async Task A_column_of_another_type_or_a_narrower_one_is_refused(string from, string to)
    {
        var result = await CheckPeople($"id int primary key, a {from}, b text", $"id int primary key, a {to}, b text", """
            "fields": [{ "from": "b", "to": "b" }, { "from": "a", "to": "a" }]
            """);

        AssertOnly(result.Mistakes, "$.entities.people.fields[1].to", "\"a\" is ");
    }

    [Fact]
    public async Task Domains_are_compared_by_what_they_stand_for()
    {
        await Old.Run("create domain short as varchar(5); create table people (id int primary key, a short, b short)");
        await New.Run("create domain long as text; create table persons (id int primary key, a long, b varchar(4))");

        var result = await Check(PlanJson.With(""));

        AssertOnly(result.Mistakes, "$.entities.people", "\"b\" is public.short in the source and \"b\" is character varying(4) in the target");
    }

    [Fact]
    public async Task A_change_of_padding_is_warned_of()
    {
        var result = await CheckPeople("id int primary key, a char(5)", "id int primary key, a text");

        Assert.Empty(result.Mistakes);
        AssertOnly(result.Warnings, "$.entities.people", "blanks at the end change");
    }
}
