using CrmMigration.Plan;
using Xunit;

namespace CrmMigration.Tests.Plan;

public sealed class SeveralSourcesReaderTests
{
    private const string From = "$.entities.people.from";

    [Fact]
    public void What_a_source_says_for_itself_stands_in_place_of_what_the_entity_says()
    {
        var entity = Read(
            """
            [{ "source": "west", "table": "a", "key": "id" },
             { "source": "east", "table": "b", "key": "no", "keys": "assign", "when": [], "fields": [{ "from": "x", "to": "name" }] }]
            """,
            """
            , "keys": { "offset": 7 }, "when": [{ "rule": "old", "column": "c", "isNull": true }], "fields": [{ "from": "name", "to": "name" }]
            """);

        var (west, east) = (entity.From[0], entity.From[1]);
        Assert.Equal(("west", new KeyPolicy.Offset(7), "$.entities.people.keys", "$.entities.people.fields"), (west.Source, west.Keys, west.KeysPath, west.FieldsPath));
        Assert.Equal(("east", new KeyPolicy.Assign(), From + "[1].keys", From + "[1].fields"), (east.Source, east.Keys, east.KeysPath, east.FieldsPath));
        Assert.Equal((1, 0), (west.When.Count, east.When.Count));
        Assert.Equal(("name", "x"), (west.Fields![0].From[0], east.Fields![0].From[0]));
    }

    [Fact]
    public void A_column_that_a_field_of_one_source_requires_is_not_required_of_the_others()
    {
        var entity = Read(
            """
            [{ "source": "west", "table": "a", "key": "id", "fields": [{ "from": "n", "to": "name", "required": true }, { "from": "m", "to": "email" }] },
             { "source": "east", "table": "b", "key": "id", "fields": [{ "from": "n", "to": "name" }, { "from": "m", "to": "email" }] }]
            """,
            ", \"required\": [\"email\"]");

        Assert.Equal([["email", "name"], ["email"]], entity.From.Select(from => from.Required.ToArray()));
        Assert.Equal(["email"], entity.Required);
    }

    [Fact]
    public void Keys_are_kept_where_nothing_is_said()
    {
        var from = Read("{ \"source\": \"west\", \"table\": \"a\", \"key\": \"id\" }").From[0];

        Assert.Equal((new KeyPolicy.Preserve(), ""), (from.Keys, from.KeysPath));
    }

    [Theory]
    [InlineData("[]", From, "an empty list stands here")]
    [InlineData("[7]", From + "[0]", "7 stands here")]
    [InlineData("[{ \"source\": \"west\", \"table\": \"a\", \"key\": \"id\" }, { \"source\": \"west\", \"table\": \"b\", \"key\": \"id\" }]", From + "[1]", "the source \"west\" stands twice")]
    [InlineData("[{ \"table\": \"a\", \"key\": \"id\" }]", From + "[0].source", "\"source\" is missing")]
    [InlineData("{ \"source\": \"west\", \"table\": \"a\", \"key\": \"id\", \"keys\": \"asign\" }", From + ".keys", "\"asign\" stands here")]
    [InlineData("{ \"source\": \"west\", \"table\": \"a\", \"key\": \"id\", \"keys\": { \"offset\": 0 } }", From + ".keys.offset", "0 stands here")]
    [InlineData("{ \"source\": \"west\", \"table\": \"a\", \"key\": \"id\", \"keys\": { \"offset\": 1.5 } }", From + ".keys.offset", "1.5 stands here")]
    [InlineData("{ \"source\": \"west\", \"table\": \"a\", \"key\": \"id\", \"keys\": {} }", From + ".keys.offset", "\"offset\" is missing")]
    [InlineData("{ \"source\": \"west\", \"table\": \"a\", \"key\": \"id\", \"keys\": { \"ofset\": 1, \"offset\": 2 } }", From + ".keys.ofset", "unknown property \"ofset\"")]
    public void A_mistake_is_told_with_its_place(string from, string path, string found)
    {
        var mistake = Assert.Single(Assert.Throws<InvalidPlanException>(() => Read(from)).Mistakes);

        Assert.Equal(path, mistake.Path);
        Assert.Contains(found, mistake.Found, StringComparison.Ordinal);
    }

    private static EntityPlan Read(string from, string more = "") => PlanReader.Read(
        $$"""
        { "plan": "test", "sources": { "west": { "connection": "Old" }, "east": { "connection": "Other" } }, "target": { "connection": "New" },
          "entities": { "people": { "from": {{from}}, "to": { "table": "persons", "key": "id" }{{more}} } } }
        """).Entities[0];
}
