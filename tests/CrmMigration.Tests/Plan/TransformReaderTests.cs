using System.Text;
using CrmMigration.Clean.Text;
using CrmMigration.Clean.Typed;
using CrmMigration.Plan;
using CrmMigration.Plan.Transforms;
using CrmMigration.Tests.Clean;
using Xunit;

namespace CrmMigration.Tests.Plan;

public sealed class TransformReaderTests
{
    [Theory]
    [InlineData("\"titleCase\"", "JOHN MCDONALD", "John McDonald")]
    [InlineData("{ \"titleCase\": { \"keep\": [\"IKEA\"] } }", "ikea haus", "IKEA Haus")]
    [InlineData("\"nullIf\"", "n/a", null)]
    [InlineData("{ \"nullIf\": [\"x\"] }", "X", null)]
    [InlineData("{ \"nullIf\": [\"x\"] }", "n/a", "n/a")]
    [InlineData("{ \"nullIf\": { \"values\": [\"x\"], \"placeholders\": true } }", "-", null)]
    [InlineData("{ \"replace\": { \"pattern\": \"^0049\", \"with\": \"+49\" } }", "004930", "+4930")]
    [InlineData("{ \"replace\": { \"pattern\": \"MR \", \"ignoreCase\": true } }", "Mr X", "X")]
    [InlineData("{ \"truncate\": 3 }", "abcdef", "abc")]
    [InlineData("{ \"pad\": { \"length\": 5 } }", "42", "00042")]
    [InlineData("{ \"pad\": { \"length\": 3, \"with\": \"x\", \"at\": \"end\" } }", "a", "axx")]
    [InlineData("{ \"valueMap\": { \"values\": { \"M\": \"male\", \"-\": null, \"1\": 7 } } }", "m", "male")]
    [InlineData("{ \"valueMap\": { \"values\": { \"M\": \"male\", \"-\": null, \"1\": 7 } } }", "-", null)]
    [InlineData("{ \"valueMap\": { \"values\": { \"M\": \"male\", \"-\": null, \"1\": 7 } } }", "1", "7")]
    [InlineData("{ \"valueMap\": { \"values\": { \"M\": \"male\" }, \"otherwise\": \"keep\" } }", "x", "x")]
    [InlineData("{ \"valueMap\": { \"values\": { \"M\": \"male\" }, \"otherwise\": { \"value\": \"other\" } } }", "x", "other")]
    [InlineData("\"date\"", "2024-12-31T10:00:00Z", "2024-12-31")]
    [InlineData("{ \"date\": \"dd.MM.yyyy\" }", "31.12.2024", "2024-12-31")]
    [InlineData("{ \"date\": [\"dd.MM.yyyy\", \"M/d/yyyy HH:mm\"] }", "31.12.2024", "2024-12-31 00:00:00")]
    [InlineData("{ \"date\": { \"formats\": \"d/M/yy\", \"pivot\": 1930 } }", "1/2/29", "2029-02-01")]
    [InlineData("{ \"date\": { \"formats\": [\"unix\"], \"time\": false } }", "0", "1970-01-01")]
    [InlineData("{ \"date\": { \"formats\": [\"iso\"], \"time\": true } }", "2024-12-31T10:00:00+02:00", "2024-12-31 08:00:00")]
    [InlineData("\"number\"", "(1,234.50)", "-1234.50")]
    [InlineData("{ \"number\": { \"culture\": \"de-AT\" } }", "1.234,50 €", "1234.50")]
    [InlineData("{ \"number\": { \"decimal\": \",\" } }", "1.234,5", "1234.5")]
    [InlineData("{ \"number\": { \"decimal\": \",\", \"group\": \"\" } }", "1 234,5", "1234.5")]
    [InlineData("{ \"number\": { \"percent\": \"fraction\", \"whole\": false } }", "12%", "0.12")]
    [InlineData("{ \"number\": { \"whole\": true, \"currency\": \"eur\" } }", "€ 12.00", "12")]
    [InlineData("\"boolean\"", "Oui", "true")]
    [InlineData("{ \"boolean\": { \"true\": [\"x\"], \"only\": true } }", "X", "true")]
    [InlineData("{ \"split\": { \"by\": \";\", \"part\": -1 } }", "a;b;c", "c")]
    [InlineData("\"country\"", "Deutschland", "DE")]
    [InlineData("{ \"postalCode\": { \"country\": \"gb\" } }", "sw1a1aa", "SW1A 1AA")]
    [InlineData("\"mask\"", "abc", "***")]
    [InlineData("{ \"mask\": { \"first\": 1, \"last\": 1 } }", "abcd", "a**d")]
    [InlineData("{ \"mask\": { \"first\": 1, \"email\": true } }", "john@example.com", "j***@example.com")]
    public void A_transform_does_what_its_settings_say(string written, string raw, string? expected)
    {
        var cleaner = Assert.IsAssignableFrom<TextTransform>(Read(written)).MakeCleaner();

        Assert.Equal(expected, Transforming.By(cleaner, raw).Value);
    }

    [Theory]
    [InlineData("\"titleCase\"", 20, ValueKind.Text, 20)]
    [InlineData("{ \"replace\": { \"pattern\": \"a\" } }", 20, ValueKind.Text, 20)]
    [InlineData("{ \"replace\": { \"pattern\": \"a\", \"with\": \"bb\" } }", 20, ValueKind.Text, 62)]
    [InlineData("{ \"truncate\": 5 }", 20, ValueKind.Text, 5)]
    [InlineData("{ \"truncate\": 5 }", 3, ValueKind.Text, 3)]
    [InlineData("{ \"truncate\": 5 }", null, ValueKind.Text, 5)]
    [InlineData("{ \"pad\": { \"length\": 5 } }", 3, ValueKind.Text, 5)]
    [InlineData("{ \"valueMap\": { \"values\": { \"M\": \"male\", \"F\": null } } }", 20, ValueKind.Text, 4)]
    [InlineData("{ \"valueMap\": { \"values\": { \"M\": \"male\" }, \"otherwise\": \"keep\" } }", 20, ValueKind.Text, 20)]
    [InlineData("{ \"valueMap\": { \"values\": { \"M\": 1, \"F\": 2 } } }", 20, ValueKind.Integer, null)]
    [InlineData("{ \"valueMap\": { \"values\": { \"M\": 1 }, \"otherwise\": { \"value\": 2.5 } } }", 20, ValueKind.Decimal, null)]
    [InlineData("{ \"valueMap\": { \"values\": { \"M\": true, \"F\": null } } }", 20, ValueKind.Boolean, 5)]
    [InlineData("\"date\"", 20, ValueKind.Date, 10)]
    [InlineData("{ \"date\": \"dd.MM.yyyy HH:mm\" }", 20, ValueKind.Timestamp, 26)]
    [InlineData("\"number\"", 20, ValueKind.Decimal, null)]
    [InlineData("{ \"number\": { \"whole\": true } }", 20, ValueKind.Integer, null)]
    [InlineData("\"boolean\"", 20, ValueKind.Boolean, 5)]
    [InlineData("\"country\"", 20, ValueKind.Text, 2)]
    [InlineData("{ \"postalCode\": { \"country\": \"US\" } }", 20, ValueKind.Text, 10)]
    [InlineData("{ \"postalCode\": { \"country\": \"HK\" } }", 20, ValueKind.Text, 20)]
    [InlineData("{ \"postalCode\": { \"countryFrom\": \"land\" } }", 20, ValueKind.Text, 20)]
    [InlineData("{ \"postalCode\": { \"countryFrom\": \"land\", \"country\": \"DE\" } }", 3, ValueKind.Text, 11)]
    [InlineData("{ \"hash\": { \"key\": \"PseudonymKey\" } }", 200, ValueKind.Text, 64)]
    [InlineData("{ \"mask\": { \"email\": true } }", 20, ValueKind.Text, 23)]
    public void What_a_transform_gives_is_known_before_the_run(string written, int? longest, ValueKind kind, int? given)
    {
        Assert.Equal(new ValueForm(kind, given), Read(written).Gives(ValueForm.Text(longest)));
    }

    [Fact]
    public void Settings_are_read_as_they_are_written()
    {
        Assert.Equal(new PadTransform(8, new Rune('0'), false), Read("""{ "pad": { "length": 8, "with": "0", "at": "start" } }"""));
        Assert.Equal(UnlistedValue.Reject, Assert.IsType<ValueMapTransform>(Read("""{ "valueMap": { "values": { "a": "b" }, "otherwise": "reject" } }""")).Unlisted);
        Assert.Equal(
            new NumberSettings { Signs = new(',', null), Percent = PercentReading.Number },
            Assert.IsType<NumberTransform>(Read("""{ "number": { "culture": "fr", "percent": "number" } }""")).Settings);
    }

    private static Transform Read(string written)
    {
        var plan = PlanReader.Read(PlanJson.With($$"""
            "fields": [{ "from": "a", "to": "b", "as": {{written}} }]
            """));
        return Assert.Single(Assert.Single(plan.Entities[0].From[0].Fields!).As);
    }
}
