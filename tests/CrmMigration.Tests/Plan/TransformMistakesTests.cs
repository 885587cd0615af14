using CrmMigration.Plan;
using Xunit;

namespace CrmMigration.Tests.Plan;

public sealed class TransformMistakesTests
{
    [Theory]
    [InlineData("""{ "titleCase": { "keep": "IBM" } }""", "titleCase.keep", "\"IBM\" stands here")]
    [InlineData("""{ "titleCase": { "keeps": ["IBM"] } }""", "titleCase.keeps", "unknown property \"keeps\"")]
    [InlineData("""{ "nullIf": [] }""", "nullIf", "there are no values here")]
    [InlineData("""{ "nullIf": {} }""", "nullIf", "there are no values here")]
    [InlineData("""{ "nullIf": "x" }""", "nullIf", "\"x\" stands here")]
    [InlineData("""{ "nullIf": ["x", 1] }""", "nullIf[1]", "1 stands here")]
    [InlineData("\"replace\"", "", "\"replace\" has no settings")]
    [InlineData("""{ "replace": {} }""", "replace.pattern", "\"pattern\" is missing")]
    [InlineData("""{ "replace": { "pattern": "" } }""", "replace.pattern", "an empty text stands here")]
    [InlineData("""{ "replace": { "pattern": "a(" } }""", "replace.pattern", "the pattern is no regular expression")]
    [InlineData("""{ "replace": { "pattern": "a", "with": "$1" } }""", "replace.with", "the pattern has no group $1")]
    [InlineData("""{ "replace": { "pattern": "a", "ignoreCase": "no" } }""", "replace.ignoreCase", "\"no\" stands here")]
    [InlineData("""{ "truncate": 0 }""", "truncate", "0 stands here")]
    [InlineData("""{ "truncate": "5" }""", "truncate", "\"5\" stands here")]
    [InlineData("""{ "truncate": 2.5 }""", "truncate", "2.5 stands here")]
    [InlineData("""{ "pad": {} }""", "pad.length", "\"length\" is missing")]
    [InlineData("""{ "pad": { "length": 1001 } }""", "pad.length", "1001 stands here")]
    [InlineData("""{ "pad": { "length": 5, "with": "ab" } }""", "pad.with", "\"ab\" stands here")]
    [InlineData("""{ "pad": { "length": 5, "with": "" } }""", "pad.with", "\"\" stands here")]
    [InlineData("""{ "pad": { "length": 5, "at": "left" } }""", "pad.at", "\"left\" stands here")]
    [InlineData("""{ "valueMap": { "M": "male" } }""", "valueMap.M", "unknown property \"M\"", "valueMap.values", "\"values\" is missing")]
    [InlineData("""{ "valueMap": { "values": {} } }""", "valueMap.values", "there are no values here")]
    [InlineData("""{ "valueMap": { "values": { "M": ["male"] } } }""", "valueMap.values.M", "a list stands here")]
    [InlineData("""{ "valueMap": { "values": { "M": 1, "M": 2 } } }""", "valueMap.values.M", "\"M\" stands here again")]
    [InlineData("""{ "valueMap": { "values": { "M": 1 }, "otherwise": "drop" } }""", "valueMap.otherwise", "\"drop\" stands here")]
    [InlineData("""{ "valueMap": { "values": { "M": 1 }, "otherwise": {} } }""", "valueMap.otherwise.value", "\"value\" is missing")]
    [InlineData("""{ "date": "DD.MM.YYYY" }""", "date", "DD means nothing")]
    [InlineData("""{ "date": [] }""", "date", "an empty list")]
    [InlineData("""{ "date": ["iso", "dd.MM.yy"] }""", "date[1]", "no \"pivot\"")]
    [InlineData("""{ "date": {} }""", "date.formats", "\"formats\" is missing")]
    [InlineData("""{ "date": { "formats": "iso", "pivot": 1930 } }""", "date.pivot", "no format has years of two digits")]
    [InlineData("""{ "date": { "formats": "d/M/yy", "pivot": 0 } }""", "date.pivot", "0 stands here", "date.formats", "no \"pivot\"")]
    [InlineData("""{ "date": { "formats": "iso", "time": "yes" } }""", "date.time", "\"yes\" stands here")]
    [InlineData("""{ "number": { "culture": "xx" } }""", "number.culture", "\"xx\" is no culture that is known")]
    [InlineData("""{ "number": { "culture": "de", "group": "." } }""", "number.group", "\"group\" stands beside \"culture\"")]
    [InlineData("""{ "number": { "decimal": "5" } }""", "number.decimal", "\"5\" stands here")]
    [InlineData("""{ "number": { "decimal": ",", "group": "," } }""", "number.group", "both signs are \",\"")]
    [InlineData("""{ "number": { "group": "-" } }""", "number.group", "\"-\" stands here")]
    [InlineData("""{ "number": { "percent": "yes" } }""", "number.percent", "\"yes\" stands here")]
    [InlineData("""{ "number": { "currency": "euro" } }""", "number.currency", "\"EURO\" is no currency")]
    [InlineData("""{ "boolean": { "true": ["x"], "false": ["X"] } }""", "boolean.false", "\"x\" stands in both lists")]
    [InlineData("""{ "boolean": { "yes": ["x"] } }""", "boolean.yes", "unknown property \"yes\"")]
    [InlineData("""{ "split": { "part": 1 } }""", "split.by", "\"by\" is missing")]
    [InlineData("""{ "split": { "by": "", "part": 1 } }""", "split.by", "an empty text stands here")]
    [InlineData("""{ "split": { "by": ",", "part": 2.5 } }""", "split.part", "2.5 stands here")]
    [InlineData("""{ "split": { "by": ",", "part": 0 } }""", "split.part", "0 stands here")]
    [InlineData("""{ "country": { "to": "iso3" } }""", "country", "\"country\" has no settings")]
    [InlineData("""{ "postalCode": { "country": "Atlantis" } }""", "postalCode.country", "\"Atlantis\" is no country")]
    [InlineData("""{ "postalCode": {} }""", "postalCode.country", "\"country\" is missing")]
    [InlineData("""{ "postalCode": { "countryFrom": 1 } }""", "postalCode.countryFrom", "1 stands here")]
    [InlineData("\"postalCode\"", "", "\"postalCode\" has no settings")]
    [InlineData("\"hash\"", "", "\"hash\" has no settings")]
    [InlineData("""{ "hash": {} }""", "hash.key", "\"key\" is missing")]
    [InlineData("""{ "hash": { "key": " " } }""", "hash.key", "an empty text stands here")]
    [InlineData("""{ "mask": { "first": -1 } }""", "mask.first", "-1 stands here")]
    [InlineData("""{ "mask": { "last": 1, "email": true } }""", "mask.last", "\"last\" stands beside \"email\"")]
    public void A_mistaken_setting_is_told_where_it_stands(string written, string path, string found, string? secondPath = null, string secondFound = "")
    {
        var fault = Assert.Throws<InvalidPlanException>(() => PlanReader.Read(PlanJson.With($$"""
            "fields": [{ "from": "a", "to": "b", "as": {{written}} }]
            """)));

        Assert.Equal(secondPath is null ? 1 : 2, fault.Mistakes.Count);
        AssertTells(fault.Mistakes[0], path, found);
        AssertTells(fault.Mistakes[^1], secondPath ?? path, secondPath is null ? found : secondFound);
    }

    private static void AssertTells(PlanMistake mistake, string path, string found)
    {
        Assert.Equal($"$.entities.people.fields[0].as{(path.Length == 0 ? "" : ".")}{path}", mistake.Path);
        Assert.Contains(found, mistake.Found, StringComparison.Ordinal);
        Assert.NotEmpty(mistake.Fix);
    }
}
