using CrmMigration.Plan;
using Xunit;

namespace CrmMigration.Tests.Plan;

/// <summary>Rows of two sources in one target table.</summary>
public sealed class SeveralSourcesCheckTests(TwoDatabases databases) : PlanCheckScenario(databases)
{
    private const string Second = "$.entities.people.from[1]";
    private const string Offset = ", \"keys\": { \"offset\": 1000 }";
    private const string Assign = ", \"keys\": \"assign\"";
    private const string Preserve = ", \"keys\": \"preserve\"";

    [Theory]
    [InlineData(1, "1 to 10, meet those of west, 1 to 10")]
    [InlineData(10, "10 to 19, meet those of west, 1 to 10")]
    [InlineData(-5, "-5 to 4, meet those of west, 1 to 10")]
    public async Task Sources_with_the_same_ids_demand_a_word_on_the_keys(int first, string found)
    {
        var result = await CheckBoth(first, "");

        Assert.Contains("\"keys\": { \"offset\": 1000 }", AssertOnly(result.Mistakes, Second, found).Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, Offset)]
    [InlineData(1, Assign)]
    [InlineData(1001, "")]
    [InlineData(1001, Preserve)]
    public async Task Ids_that_cannot_meet_are_taken(int first, string keys)
    {
        var result = await CheckBoth(first, keys);

        Assert.Empty(result.Mistakes);
        Assert.Empty(result.Warnings);
    }

    [Theory]
    [InlineData(1, ", \"keys\": { \"offset\": 5 }", Second + ".keys", "6 to 15, meet those of west, 1 to 10")]
    [InlineData(1, ", \"keys\": { \"offset\": 2147483640 }", Second + ".keys", "with the offset the keys of east are 2147483641 to 2147483650")]
    [InlineData(1001, ", \"keys\": { \"offset\": -1000 }", Second + ".keys", "1 to 10, meet those of west, 1 to 10")]
    public async Task An_offset_that_does_not_part_them_is_refused(int first, string keys, string path, string found)
    {
        AssertOnly((await CheckBoth(first, keys)).Mistakes, path, found);
    }

    [Fact]
    public async Task Little_room_between_them_is_warned_of()
    {
        await Old.Run(
            """
            create table west (id int primary key, a text); insert into west select generate_series(1, 1000);
            create table east (id int primary key, a text); insert into east select generate_series(1050, 1060)
            """);
        await New.Run("create table persons (id int primary key, a text)");

        var result = await Check(Both("", ""));

        Assert.Empty(result.Mistakes);
        AssertOnly(result.Warnings, Second, "the keys of west end at 1000, and those of east begin at 1050");
    }

    [Fact]
    public async Task New_numbers_are_asked_of_a_target_that_gives_none()
    {
        var result = await CheckBoth(1, Assign, target: "id int primary key, a text");

        AssertOnly(result.Mistakes, Second + ".keys", "\"id\" is integer in the source and \"id\" is integer in the target");
    }

    [Theory]
    [InlineData("uuid")]
    [InlineData("text")]
    public async Task Keys_that_cannot_be_told_apart_demand_a_word_from_both(string type)
    {
        await Old.Run($"create table west (id {type} primary key, a text); create table east (id {type} primary key, a text)");
        await New.Run($"create table persons (id {type} primary key, a text)");

        AssertOnly((await Check(Both("", ""))).Mistakes, "$.entities.people.from[0]", $"west and east both keep their keys, which are {type}");
        AssertOnly((await Check(Both(Preserve, ""))).Mistakes, Second, $"west and east both keep their keys, which are {type}");
        Assert.Empty((await Check(Both(Preserve, Preserve))).Mistakes);
    }

    [Fact]
    public async Task Numbers_are_not_added_to_what_is_no_number()
    {
        await Old.Run("create table west (id text primary key, a text); create table east (id text primary key, a text)");
        await New.Run("create table persons (id text primary key, a text)");

        AssertOnly((await Check(Both("", Offset))).Mistakes, Second + ".keys", "\"id\" is text in the source");
    }

    [Fact]
    public async Task A_column_that_must_have_a_value_gets_one_from_every_source()
    {
        var result = await CheckBoth(1, Offset, east: "id int primary key, a text", target: "id int primary key, a text, b text not null");

        AssertOnly(result.Mistakes, Second, "\"b\" of persons is not null, and of the sources east does not fill it");
    }

    [Theory]
    [InlineData("a text, b text, c varchar(9)", "a varchar(20), b int, c varchar(9)", "\"b\" would be integer by the source east and text by west")]
    [InlineData("a text, b numeric(9,2)", "a text, b numeric(20,4)", "\"b\" would be numeric(20,4) by the source east and numeric(9,2) by west")]
    public async Task A_column_of_a_new_table_has_one_type(string west, string east, string found)
    {
        await Old.Run($"create table west (id int primary key, {west}); create table east (id int primary key, {east})");

        AssertOnly((await Check(Both("", Offset).Replace("\"key\": \"id\" } }", "\"key\": \"id\", \"create\": true } }", StringComparison.Ordinal))).Mistakes, Second, found);
    }

    [Fact]
    public async Task Rows_refer_to_rows_of_their_own_source()
    {
        await Old.Run(
            """
            create table west (id int primary key, a text); create table east (id int primary key, a text); insert into west values (1); insert into east values (1);
            create table orders (id int primary key, person_id int)
            """);
        await New.Run("create table persons (id int primary key, a text); create table orders (id int primary key, person_id int)");

        var result = await Check(Both("", Offset).Replace("\"entities\": {", """
            "entities": { "orders": { "from": { "source": "north", "table": "orders", "key": "id" }, "to": { "table": "orders", "key": "id" }, "references": { "person_id": "people" } },
            """, StringComparison.Ordinal));

        AssertOnly(result.Mistakes, "$.entities.orders.references.person_id", "rows of the source north refer to people, which has no rows of that source");
    }

    private async Task<CheckResult> CheckBoth(int first, string eastKeys, string east = "id int primary key, a text, b text", string target = "id int generated by default as identity primary key, a text, b text")
    {
        await Old.Run(
            $"""
            create table west (id int primary key, a text, b text); insert into west select generate_series(1, 10);
            create table east ({east}); insert into east select generate_series({first}, {first} + 9)
            """);
        await New.Run($"create table persons ({target})");
        return await Check(Both("", eastKeys));
    }

    private static string Both(string westKeys, string eastKeys) => Of($$"""
        "people": {
          "from": [
            { "source": "west", "table": "west", "key": "id"{{westKeys}} },
            { "source": "east", "table": "east", "key": "id"{{eastKeys}} }
          ],
          "to": { "table": "persons", "key": "id" } }
        """);

    private static string Of(string entities) => $$"""
        { "plan": "test", "sources": { "west": { "connection": "Old" }, "east": { "connection": "Old" }, "north": { "connection": "Old" } },
          "target": { "connection": "New" },
          "entities": { {{entities}} } }
        """;
}
