using CrmMigration.Plan;
using Xunit;

namespace CrmMigration.Tests.Plan;

public sealed class CastTests(TwoDatabases databases) : PlanCheckScenario(databases)
{
    [Theory]
    [InlineData("text")]
    [InlineData("VARCHAR")]
    [InlineData("int")]
    [InlineData("smallint")]
    [InlineData("bigint")]
    [InlineData("numeric")]
    [InlineData("numeric(12)")]
    [InlineData(" Numeric ( 12 , 2 ) ")]
    [InlineData("decimal(3,3)")]
    [InlineData("real")]
    [InlineData("double  precision")]
    [InlineData("bool")]
    [InlineData("date")]
    [InlineData("time(3)")]
    [InlineData("timestamp")]
    [InlineData("timestamp(0)")]
    [InlineData("timestamp with time zone")]
    [InlineData("timestamp(3) without time zone")]
    [InlineData("timestamptz(6)")]
    [InlineData("interval")]
    [InlineData("uuid")]
    [InlineData("json")]
    [InlineData("jsonb")]
    [InlineData("inet")]
    public async Task A_type_is_known_as_the_server_knows_it(string written)
    {
        await New.Run($"create table persons (t {written})");
        var live = (await new Catalog(New.Open).ReadTables([new("public", "persons")], TestContext.Current.CancellationToken))[0].Columns[0];

        var cast = CastType.Parse(written)!.Of(live);

        Assert.Equal((live.Type, live.BaseType, live.SendFunction, live.Modifier), (cast.Type, cast.BaseType, cast.SendFunction, cast.Modifier));
    }

    [Theory]
    [InlineData("nmeric", "Did you mean 'numeric'?")]
    [InlineData("varchar(10)", "a cast to a length would cut")]
    [InlineData("char", "a cast to a length would cut")]
    [InlineData("numeric(0)", "Known are")]
    [InlineData("numeric(2,3)", "Known are")]
    [InlineData("int(4)", "Known are")]
    [InlineData("int with time zone", "Known are")]
    [InlineData("text); drop table people; --", "Known are")]
    [InlineData("text -- ", "Known are")]
    public void Anything_else_is_refused(string written, string fix)
    {
        var mistake = Assert.Single(Assert.Throws<InvalidPlanException>(() => PlanReader.Read(PlanJson.With($$"""
            "fields": [{ "from": "a", "to": "b", "cast": "{{written}}" }]
            """))).Mistakes);

        Assert.Equal("$.entities.people.fields[0].cast", mistake.Path);
        Assert.Contains(fix, mistake.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cast_that_the_source_does_not_know_is_refused()
    {
        var result = await CheckPeople("id int primary key, a int", "id int primary key, a date", """
            "fields": [{ "from": "a", "to": "a", "cast": "date" }]
            """);

        AssertOnly(result.Mistakes, "$.entities.people.fields[0].cast", "\"a\" is integer, and the source cannot cast it to date");
    }

    [Fact]
    public async Task What_is_cast_is_compared_with_its_column_as_it_is_cast()
    {
        var result = await CheckPeople("id int primary key, a text, b int", "id int primary key, a numeric(12,2), b varchar(5)", """
            "fields": [{ "from": "a", "to": "a", "cast": "numeric(12,2)" }, { "from": "b", "to": "b", "cast": "text", "as": "trim" }]
            """);

        Assert.Empty(result.Mistakes);
        AssertOnly(result.Warnings, "$.entities.people.fields[1].to", "\"b\" has room for 5 characters");
    }

    [Theory]
    [InlineData("int", "int", "\"as\": \"trim\"", "Add \"cast\": \"text\"")]
    [InlineData("text", "date", "\"required\": false", "Or have the source cast it: \"cast\": \"date\".")]
    [InlineData("int", "text", "\"required\": false", "Or have the source cast it: \"cast\": \"text\".")]
    public async Task A_mistake_that_a_cast_would_mend_says_so(string from, string to, string more, string fix)
    {
        var result = await CheckPeople($"id int primary key, a {from}", $"id int primary key, a {to}", $$"""
            "fields": [{ "from": "a", "to": "a", {{more}} }]
            """);

        Assert.Contains(fix, result.Mistakes[0].Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void The_key_is_never_cast()
    {
        var mistake = Assert.Single(Assert.Throws<InvalidPlanException>(() => PlanReader.Read(PlanJson.With("""
            "fields": [{ "from": "id", "to": "id", "cast": "text" }]
            """))).Mistakes);

        Assert.Equal("the key column \"id\" is written by a field", mistake.Found);
    }
}
