using CrmMigration.Plan;
using Xunit;

namespace CrmMigration.Tests.Plan;

public sealed class PlanReaderMistakesTests
{
    [Fact]
    public void A_plan_with_three_mistakes_gives_three_messages()
    {
        var json = PlanJson.With("""
            "requird": ["email"],
            "references": { "boss": "nobody" },
            "matchKeyLimit": 1
            """);

        var mistakes = Mistakes(json);

        Assert.Equal([7, 8, 9], mistakes.Select(mistake => mistake.Line!.Value));
        Assert.Equal(
            ["$.entities.people.requird", "$.entities.people.references.boss", "$.entities.people.matchKeyLimit"], mistakes.Select(mistake => mistake.Path));
    }

    [Fact]
    public void An_unknown_property_is_named_with_the_nearest_known_one()
    {
        var mistake = Single(PlanJson.With("""
            "requird": ["email"]
            """));

        Assert.Equal("unknown property \"requird\"", mistake.Found);
        Assert.Contains("Did you mean 'required'?", mistake.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"fields\": {}", "an object", "$.entities.people.fields")]
    [InlineData("\"fields\": null", "null", "$.entities.people.fields")]
    [InlineData("\"fields\": [7]", "7", "$.entities.people.fields[0]")]
    [InlineData("\"fields\": [{ \"from\": [\"a\"], \"to\": \"b\" }]", "a list", "$.entities.people.fields[0].from")]
    [InlineData("\"fields\": [{ \"from\": \"a\", \"to\": {} }]", "an object", "$.entities.people.fields[0].to")]
    [InlineData("\"fields\": [{ \"from\": \"a\", \"to\": \"b\", \"as\": 1 }]", "1", "$.entities.people.fields[0].as")]
    [InlineData("\"fields\": [{ \"from\": \"a\", \"to\": \" \" }]", "an empty text", "$.entities.people.fields[0].to")]
    [InlineData("\"required\": \"a\"", "\"a\"", "$.entities.people.required")]
    [InlineData("\"match\": [\"a\"]", "\"a\"", "$.entities.people.match[0]")]
    [InlineData("\"match\": [[]]", "no columns", "$.entities.people.match[0]")]
    [InlineData("\"required\": [\"a\", \"a\"]", "stands twice", "$.entities.people.required[1]")]
    [InlineData("\"references\": []", "a list", "$.entities.people.references")]
    [InlineData("\"references\": { \"a\": true }", "true", "$.entities.people.references.a")]
    [InlineData("\"totals\": {}", "an object", "$.entities.people.totals")]
    [InlineData("\"totals\": [{ \"sum\": 1 }]", "1", "$.entities.people.totals[0].sum")]
    [InlineData("\"matchKeyLimit\": 2.5", "2.5", "$.entities.people.matchKeyLimit")]
    public void A_value_of_the_wrong_kind_is_named(string property, string found, string path)
    {
        var mistake = Single(PlanJson.With(property));

        Assert.Contains(found, mistake.Found, StringComparison.Ordinal);
        Assert.Equal((path, 7), (mistake.Path, mistake.Line));
    }

    [Theory]
    [InlineData("""{ "from": "name", "to": "last_name", "as": "personName" }""", "1 target column stands here")]
    [InlineData("""{ "from": "name", "to": ["a", "b", "c"], "as": "personName" }""", "3 target columns stand here")]
    [InlineData("""{ "from": "name", "to": ["a", "b"] }""", "2 target columns stand here")]
    [InlineData("""{ "from": "name", "to": [] }""", "0 target columns stand here")]
    [InlineData("""{ "from": "mail", "to": ["a", "b"], "as": "email" }""", "2 target columns stand here")]
    [InlineData("""{ "from": "a", "to": "b" }, { "from": "c", "to": "b" }""", "\"b\" is written twice")]
    [InlineData("""{ "from": "a", "to": "id" }""", "the key column \"id\" is written by a field")]
    [InlineData("""{ "from": "a", "to": "b", "as": "Email" }""", "there is no transform \"Email\"")]
    [InlineData("""{ "from": "a", "to": "b", "as": { "shout": {} } }""", "there is no transform \"shout\"")]
    [InlineData("""{ "from": "a", "to": "b", "as": {} }""", "an object with 0 properties")]
    [InlineData("""{ "from": "a", "to": "b", "as": { "trim": {} } }""", "\"trim\" has no settings")]
    [InlineData("""{ "from": "a", "to": "b", "as": "phone" }""", "\"phone\" has no settings")]
    [InlineData("""{ "from": "a", "to": "b", "as": { "phone": {} } }""", "\"region\" is missing")]
    [InlineData("""{ "from": "a", "to": "b", "as": { "phone": { "region": "USA" } } }""", "\"USA\" is not a region")]
    [InlineData("""{ "from": "a", "to": "b", "as": { "phone": { "region": "00" } } }""", "\"00\" is not a region")]
    [InlineData("""{ "from": "a", "to": "b", "as": { "phone": { "regionFrom": 1 } } }""", "1 stands here")]
    [InlineData("""{ "from": "a", "to": "b", "as": { "phone": { "regionFrom": "c", "region": "UK" } } }""", "\"UK\" is not a region")]
    [InlineData("""{ "from": "a", "to": { "extension": "b" }, "as": { "phone": { "region": "US" } } }""", "\"number\" is missing")]
    [InlineData("""{ "from": "a", "to": { "number": "b", "ext": "c" }, "as": { "phone": { "region": "US" } } }""", "unknown property \"ext\"")]
    [InlineData("""{ "from": "a", "to": { "number": "b" }, "as": "email" }""", "an object stands here")]
    [InlineData("""{ "from": "a", "to": { "number": "b", "extension": "c" }, "as": [{ "phone": { "region": "US" } }, "trim"] }""", "an object stands here")]
    [InlineData("""{ "to": "b" }""", "\"from\" is missing")]
    [InlineData("""{ "from": "b" }""", "\"to\" is missing")]
    public void A_mistaken_field_is_named(string fields, string found)
    {
        var mistake = Single(PlanJson.With($"\"fields\": [{fields}]"));

        Assert.Contains(found, mistake.Found, StringComparison.Ordinal);
        Assert.StartsWith("$.entities.people.fields[", mistake.Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"required\": [\"mail\"]", "$.entities.people.required[0]")]
    [InlineData("\"match\": [[\"email\"], [\"email\", \"mail\"]]", "$.entities.people.match[1][1]")]
    [InlineData("\"references\": { \"mail\": \"people\" }", "$.entities.people.references.mail")]
    [InlineData("\"totals\": [{ \"sum\": \"mail\" }]", "$.entities.people.totals[0].sum")]
    public void A_column_that_no_field_writes_is_named_wherever_it_is_listed(string property, string path)
    {
        var mistake = Single(PlanJson.With($$"""
            "fields": [{ "from": "mail", "to": "email" }], {{property}}
            """));

        Assert.Equal((path, "no field writes \"mail\""), (mistake.Path, mistake.Found));
        Assert.Contains("Did you mean 'email'?", mistake.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"plan\": \"test\",", "", "$.plan", 1)]
    [InlineData("\"target\": { \"connection\": \"New\" },", "", "$.target", 1)]
    [InlineData("\"connection\": \"New\"", "", "$.target.connection", 2)]
    [InlineData("\"table\": \"people\", ", "", "$.entities.people.from.table", 5)]
    [InlineData("\"table\": \"persons\", \"key\": \"id\"", "\"table\": \"persons\"", "$.entities.people.to.key", 6)]
    [InlineData("\"from\": { \"table\": \"people\", \"key\": \"id\" },", "", "$.entities.people.from", 4)]
    [InlineData("\"old\": { \"connection\": \"Old\" }", "", "$.sources", 1)]
    public void A_missing_property_is_named(string text, string replacement, string path, int line)
    {
        var mistake = Mistakes(PlanJson.With("").Replace(text, replacement, StringComparison.Ordinal))[0];

        Assert.Equal((path, line), (mistake.Path, mistake.Line));
    }

    [Theory]
    [InlineData("\"from\": { \"table\"", "\"from\": { \"source\": \"ald\", \"table\"", "there is no source \"ald\"")]
    [InlineData("\"people\", \"key\"", "\"a.b.c\", \"key\"", "\"a.b.c\" is not the name of a table")]
    [InlineData("\"key\": \"id\" },\n      \"to\"", "\"key\": \"kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk\" },\n      \"to\"", "a name of 64 bytes")]
    [InlineData("\"persons\", \"key\": \"id\"", "\"persons\", \"key\": \"id\", \"create\": \"yes\"", "\"yes\" stands here")]
    [InlineData("\"old\": { \"connection\": \"Old\" }", "\"old\": { \"connection\": \"Old\" }, \"old\": { \"connection\": \"Other\" }", "\"old\" stands here again")]
    [InlineData("\"plan\": \"test\"", "\"plan\": \"test\", \"plan\": \"again\"", "\"plan\" stands here again")]
    [InlineData("\"plan\": \"test\"", "\"plan\": \"\"", "an empty text stands here")]
    public void A_mistaken_name_is_told(string text, string replacement, string found)
    {
        var mistake = Single(PlanJson.With("").Replace(text, replacement, StringComparison.Ordinal));

        Assert.Contains(found, mistake.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entity_that_stands_twice_is_named_with_its_first_line()
    {
        const string Entity = "\"people\": { \"from\": { \"table\": \"a\", \"key\": \"id\" }, \"to\": { \"table\": \"b\", \"key\": \"id\" } },";

        var mistake = Single(PlanJson.Of($"{Entity}\n{Entity}"));

        Assert.Equal((5, "\"people\" stands here again, first in line 4"), (mistake.Line, mistake.Found));
    }

    [Fact]
    public void Of_several_sources_one_must_be_named()
    {
        var mistake = Single(PlanJson.With("").Replace("{ \"old\":", "{ \"older\": { \"connection\": \"Older\" }, \"old\":", StringComparison.Ordinal));

        Assert.Equal(("$.entities.people.from.source", "one of older, old"), (mistake.Path, mistake.Expected));
    }

    private static IReadOnlyList<PlanMistake> Mistakes(string json) => Assert.Throws<InvalidPlanException>(() => PlanReader.Read(json)).Mistakes;

    private static PlanMistake Single(string json) => Assert.Single(Mistakes(json));
}
