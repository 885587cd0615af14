using Xunit;

namespace CrmMigration.Tests.Clean.Names;

public class NotOnePerson
{
    [Theory]
    [InlineData("John and Jane Smith", "John and Jane", "Smith")]
    [InlineData("John & Jane Smith", "John & Jane", "Smith")]
    [InlineData("Smith, John and Jane", "John and Jane", "Smith")]
    [InlineData("Mr. & Mrs. John Smith", "John", "Smith")]
    [InlineData("John/Jane Smith", "John/Jane", "Smith")]
    [InlineData("John Smith and Jane Doe", null, "John Smith and Jane Doe")]
    [InlineData("Mr. John  and Mrs. Jane Smith", null, "Mr. John and Mrs. Jane Smith")]
    [InlineData("John and Jane", null, "John and Jane")]
    [InlineData("John Smith / Jane Doe", null, "John Smith / Jane Doe")]
    [InlineData("John Smith; Jane Doe", null, "John Smith; Jane Doe")]
    [InlineData("Tom & Dick & Harry Smith", null, "Tom & Dick & Harry Smith")]
    public void Two_persons_in_one_field_are_said_and_not_guessed_at(string raw, string? first, string last)
    {
        var cleaned = Cleaning.Name(raw);

        Assert.Equal((first, last, "name.two-persons"), cleaned);
    }

    [Theory]
    [InlineData("Contoso Ltd.")]
    [InlineData("Contoso Trading GmbH")]
    [InlineData("Contoso AG")]
    [InlineData("Contoso S.A.")]
    [InlineData("University of Nowhere")]
    [InlineData("Bank of Nowhere")]
    [InlineData("Smith & Sons")]
    [InlineData("Smith, Doe and Partners")]
    [InlineData("株式会社 山田")]
    public void An_organisation_is_kept_whole_and_said(string raw)
    {
        var cleaned = Cleaning.Name(raw);

        Assert.Equal((null, raw, "name.organization"), cleaned);
    }

    [Theory]
    [InlineData("Charlotte Church")]
    [InlineData("Ana Sá")]
    [InlineData("SMITH, AG")]
    [InlineData("Karl von und zu Guttenberg")]
    [InlineData("Ravi A/L Kumar")]
    public void A_person_is_not_taken_for_either(string raw)
    {
        var (_, _, rule) = Cleaning.Name(raw);

        Assert.True(rule is null or "name.parts-left-out", rule);
    }
}
