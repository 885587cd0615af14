using CrmMigration.Plan;
using Xunit;

namespace CrmMigration.Tests.Plan;

public sealed class FieldMistakesTests
{
    [Theory]
    [InlineData("""{ "from": ["a", "b"], "to": "c" }""", "from", "nothing joins them")]
    [InlineData("""{ "from": ["a", "b"], "to": "c", "as": "trim" }""", "from", "nothing joins them")]
    [InlineData("""{ "from": ["a", "a"], "to": "c", "as": { "format": "{a}" } }""", "from[1]", "\"a\" stands twice")]
    [InlineData("""{ "from": "a", "to": "c", "as": { "format": "{a} {b}" } }""", "from", "names \"b\", which is not read")]
    [InlineData("""{ "from": ["a", "b"], "to": "c", "as": { "format": "{a}" } }""", "from", "\"b\" is read, and the format does not name it")]
    [InlineData("""{ "from": "a", "to": "c", "as": ["trim", { "format": "{a}" }] }""", "as[1]", "behind another transform")]
    [InlineData("""{ "from": "a", "to": "c", "as": { "format": "plain" } }""", "as.format", "there is no column in braces")]
    [InlineData("""{ "from": "a", "to": "c", "as": { "format": "{a" } }""", "as.format", "the brace at character 1 holds no column")]
    [InlineData("""{ "from": "a", "to": "c", "as": { "format": "{a} {}" } }""", "as.format", "the brace at character 5 holds no column")]
    [InlineData("""{ "from": "a", "to": "c", "as": { "format": "{a}}" } }""", "as.format", "the brace at character 4 closes nothing")]
    [InlineData("""{ "from": "a", "to": "c", "as": "format" }""", "as", "\"format\" has no settings")]
    [InlineData("""{ "from": "a", "to": ["b", "c"], "as": ["personName", "trim"] }""", "as[0]", "a transform stands behind \"personName\"")]
    [InlineData("""{ "from": "a", "to": "c", "as": [] }""", "as", "an empty list")]
    [InlineData("""{ "from": "a", "to": "c", "as": ["trim", "Upper"] }""", "as[1]", "there is no transform \"Upper\"")]
    [InlineData("""{ "from": "a", "to": "c", "as": { "trim": true } }""", "as.trim", "\"trim\" has no settings")]
    [InlineData("""{ "from": "a", "to": "c", "as": { "email": { "typos": "fix" } } }""", "as.email.typos", "\"fix\" stands here")]
    [InlineData("""{ "from": "a", "to": "c", "as": { "email": { "domain": 1 } } }""", "as.email.domain", "1 stands here")]
    [InlineData("""{ "from": "a", "to": "c", "as": ["email", { "hash": { "key": "K" } }], "onInvalid": "keep" }""", "onInvalid", "\"keep\" stands beside \"hash\"")]
    [InlineData("""{ "from": "a", "to": "c", "as": ["email", "mask"], "onInvalid": "keep" }""", "onInvalid", "\"keep\" stands beside \"mask\"")]
    [InlineData("""{ "from": "a", "to": "c", "as": { "email": { "typo": "keep" } } }""", "as.email.typo", "unknown property \"typo\"")]
    [InlineData("""{ "from": "a", "to": "c", "as": { "split": { "by": ";" } } }""", "to", "\"c\" stands here")]
    [InlineData("""{ "from": "a", "to": [], "as": { "split": { "by": ";" } } }""", "to", "an empty list stands here")]
    [InlineData("""{ "from": "a", "to": {}, "as": { "split": { "by": ";" } } }""", "to", "no parts stand here")]
    [InlineData("""{ "from": "a", "to": { "1": "b", "0": "c" }, "as": { "split": { "by": ";" } } }""", "to.0", "unknown property \"0\"")]
    [InlineData("""{ "from": "a", "to": { "1": "b", "1": "c" }, "as": { "split": { "by": ";" } } }""", "to.1", "\"1\" stands here again")]
    [InlineData("""{ "from": "a", "to": { "1": "b", "rest": "b" }, "as": { "split": { "by": ";" } } }""", "to.1", "\"b\" is written twice")]
    [InlineData("""{ "from": "a", "to": { "1": "b", "2": "c" }, "as": { "split": { "by": ";", "part": 1 } } }""", "to", "an object stands here")]
    [InlineData("""{ "from": "a", "to": ["b", "c"], "as": [{ "split": { "by": ";" } }, "trim"] }""", "as[0]", "a transform stands behind a \"split\"")]
    [InlineData("""{ "from": "a", "to": "c", "as": { "default": null } }""", "as.default", "null stands here")]
    [InlineData("""{ "from": "a", "to": "c", "as": { "default": "" } }""", "as.default", "\"\" stands here")]
    [InlineData("""{ "from": "a", "to": { "first": "b" }, "as": "personName" }""", "to.last", "\"last\" is missing")]
    [InlineData("""{ "from": "a", "to": { "first": "b", "last": "c", "prefix": "d" }, "as": "personName" }""", "to.prefix", "unknown property \"prefix\"")]
    [InlineData("""{ "from": "a", "to": { "first": "b", "last": "b" }, "as": "personName" }""", "to.first", "\"b\" is written twice")]
    [InlineData("""{ "from": "a", "to": { "first": "b" }, "as": "trim" }""", "to", "an object stands here")]
    [InlineData("""{ "from": "a", "to": "c", "as": "trim", "onInvalid": "drop" }""", "onInvalid", "\"drop\" stands here")]
    [InlineData("""{ "from": "a", "to": "c", "onInvalid": "reject" }""", "onInvalid", "where nothing is cleaned")]
    [InlineData("""{ "from": "a", "to": "c", "required": "yes" }""", "required", "\"yes\" stands here")]
    [InlineData("""{ "value": "x", "from": "a", "to": "c" }""", "from", "\"from\" stands beside \"value\"")]
    [InlineData("""{ "value": "x", "as": "trim", "to": "c" }""", "as", "\"as\" stands beside \"value\"")]
    [InlineData("""{ "value": 1e3, "to": "c" }""", "value", "1e3 stands here")]
    [InlineData("""{ "value": ["x"], "to": "c" }""", "value", "a list stands here")]
    [InlineData("""{ "value": "x", "to": ["b", "c"] }""", "to", "2 target columns stand here")]
    [InlineData("""{ "value": 1, "to": "id" }""", "to", "the key column \"id\" is written by a field")]
    public void A_mistaken_field_is_told_where_it_stands(string field, string path, string found)
    {
        var mistake = Assert.Single(Assert.Throws<InvalidPlanException>(() => PlanReader.Read(PlanJson.With($"\"fields\": [{field}]"))).Mistakes);

        Assert.Equal($"$.entities.people.fields[0].{path}", mistake.Path);
        Assert.Contains(found, mistake.Found, StringComparison.Ordinal);
    }
}
