using CrmMigration.Clean.Emails;
using CrmMigration.Clean.Names;
using CrmMigration.Plan.Transforms;
using CrmMigration.Plan;
using Xunit;

namespace CrmMigration.Tests.Plan;

public sealed class FieldReaderTests
{
    [Fact]
    public void Transforms_are_read_in_their_order()
    {
        var field = Field("""{ "from": "a", "to": "b", "as": ["trim", "collapse", "upper", "lower", { "default": "none" }] }""");

        Assert.Equal(
            [new TrimTransform(), new CollapseTransform(), new UpperTransform(), new LowerTransform(), new DefaultTransform(new("none", ValueKind.Text))],
            field.As);
    }

    [Theory]
    [InlineData("\"email\"", TypoHandling.Correct, DomainForm.Unicode, false)]
    [InlineData("""{ "email": {} }""", TypoHandling.Correct, DomainForm.Unicode, false)]
    [InlineData("""{ "email": { "typos": "suggest", "domain": "ascii", "quoted": true } }""", TypoHandling.Suggest, DomainForm.Ascii, true)]
    public void The_settings_of_an_address_are_read(string written, TypoHandling typos, DomainForm domain, bool quoted)
    {
        var field = Field($$"""{ "from": "a", "to": "b", "as": {{written}} }""");

        Assert.Equal([new EmailTransform(new() { Typos = typos, Domain = domain, TakesQuoted = quoted })], field.As);
    }

    [Fact]
    public void Several_columns_are_read_into_one_text()
    {
        var field = Field("""{ "from": ["city", "street"], "to": "address", "as": [{ "format": "{street}, {city}" }, "upper"] }""");

        Assert.Equal(["city", "street"], field.From);
        Assert.Equal(["street", "city"], Assert.IsType<FormatTransform>(field.As[0]).Parts.Select(part => part.Column));
    }

    [Fact]
    public void The_parts_of_a_name_are_read_in_the_order_of_its_outputs()
    {
        var field = Field("""{ "from": "n", "to": { "nickname": "nick", "last": "l", "first": "f", "title": "t" }, "as": ["trim", "personName"] }""");

        Assert.Equal(["f", "l", "t", "nick"], field.To);
        Assert.Equal(new PersonNameTransform(PersonNameColumns.Title | PersonNameColumns.Nickname), field.As[1]);
        Assert.Equal("l", field.MainTarget);
    }

    [Theory]
    [InlineData("""["a", "b"]""", "a b", "1 2")]
    [InlineData("""{ "2": "b", "-1": "l", "rest": "r" }""", "b l r", "2 -1 0")]
    public void The_parts_of_a_text_are_read_as_they_stand(string to, string columns, string places)
    {
        var field = Field($$"""{ "from": "n", "to": {{to}}, "as": ["trim", { "split": { "by": ";" } }] }""");

        var split = Assert.IsType<SplitPartsTransform>(field.As[1]);
        Assert.Equal((columns, places), (string.Join(' ', field.To), string.Join(' ', split.Parts)));
        Assert.Equal(field.To[0], field.MainTarget);
    }

    [Theory]
    [InlineData("\"legacy\"", "legacy", ValueKind.Text)]
    [InlineData("-12", "-12", ValueKind.Integer)]
    [InlineData("1.50", "1.50", ValueKind.Decimal)]
    [InlineData("true", "true", ValueKind.Boolean)]
    public void A_value_is_read_as_it_is_written(string value, string text, ValueKind kind)
    {
        var field = Field($$"""{ "value": {{value}}, "to": "b" }""");

        Assert.Equal(new PlanValue(text, kind), field.Value);
        Assert.False(field.IsCopy);
    }

    [Theory]
    [InlineData("", OnInvalid.Clear)]
    [InlineData(", \"onInvalid\": \"clear\"", OnInvalid.Clear)]
    [InlineData(", \"onInvalid\": \"reject\"", OnInvalid.Reject)]
    [InlineData(", \"onInvalid\": \"keep\"", OnInvalid.Keep)]
    public void What_becomes_of_an_unusable_value_is_read(string written, OnInvalid expected)
    {
        var field = Field($$"""{ "from": "a", "to": "b", "as": "email"{{written}} }""");

        Assert.Equal(expected, field.OnInvalid);
    }

    [Fact]
    public void Required_fields_join_the_entitys_list_once()
    {
        var plan = PlanReader.Read(PlanJson.With("""
            "fields": [
              { "from": "n", "to": ["f", "l"], "as": "personName", "required": true },
              { "from": "a", "to": "a", "required": true },
              { "from": "b", "to": "b", "required": false },
              { "from": "c", "to": "c" }
            ],
            "required": ["c", "a"]
            """));

        Assert.Equal(["c", "a", "l"], plan.Entities[0].Required);
    }

    private static FieldPlan Field(string json) => Assert.Single(PlanReader.Read(PlanJson.With($"\"fields\": [{json}]")).Entities[0].From[0].Fields!);
}
