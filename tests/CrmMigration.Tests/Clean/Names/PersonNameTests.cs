using Xunit;

namespace CrmMigration.Tests.Clean.Names;

public class PersonNameTests
{
    private const string LeftOut = "name.parts-left-out";

    [Theory]
    [InlineData("John Smith", "John", "Smith")]
    [InlineData("  John \t  Smith ", "John", "Smith")]
    [InlineData("Smith, John", "John", "Smith")]
    [InlineData("Smith,John", "John", "Smith")]
    [InlineData("J.Smith", "J.", "Smith")]
    [InlineData("Smith, J.R.", "J.R.", "Smith")]
    [InlineData("Poul-Henning Kemp", "Poul-Henning", "Kemp")]
    [InlineData("Jack Ma", "Jack", "Ma")]
    [InlineData("Jane Doctor", "Jane", "Doctor")]
    [InlineData("Mary Jo Campbell", "Mary Jo", "Campbell")]
    [InlineData("Juan Carlos García", "Juan Carlos", "García")]
    [InlineData("María del Carmen López", "María del Carmen", "López")]
    [InlineData("Abdul Rahman Khan", "Abdul Rahman", "Khan")]
    [InlineData("Ng Smith", "Ng", "Smith")]
    [InlineData("NNEKA OKAFOR", "Nneka", "Okafor")]
    [InlineData("MD RAHMAN", "Md", "Rahman")]
    [InlineData("José\\nLópez", "José", "López")]
    public void The_first_word_is_the_first_name_and_the_last_one_the_last_name(string raw, string first, string last)
    {
        var cleaned = Cleaning.Name(raw);

        Assert.Equal((first, last, null), cleaned);
    }

    [Theory]
    [InlineData("Cher", "Cher", null)]
    [InlineData("(Cher)", "Cher", null)]
    [InlineData("Mr. Smith", "Smith", LeftOut)]
    [InlineData("Smith Jr.", "Smith", LeftOut)]
    [InlineData("Smith, Jr.", "Smith", LeftOut)]
    [InlineData("Smith, Mrs.", "Smith", LeftOut)]
    [InlineData("Captain Smith", "Smith", LeftOut)]
    [InlineData("de la Cruz", "de la Cruz", null)]
    [InlineData("山田太郎", "山田太郎", null)]
    public void A_single_name_goes_to_the_last_name(string raw, string last, string? rule)
    {
        var cleaned = Cleaning.Name(raw);

        Assert.Equal((null, last, rule), cleaned);
    }

    [Theory]
    [InlineData("Andre van der Hoek", "Andre", "van der Hoek")]
    [InlineData("Johann von Goethe", "Johann", "von Goethe")]
    [InlineData("Juan de la Vega", "Juan", "de la Vega")]
    [InlineData("de la Vega, Juan", "Juan", "de la Vega")]
    [InlineData("Vega, Juan de la", "Juan", "de la Vega")]
    [InlineData("Hussain al Robeh", "Hussain", "al Robeh")]
    [InlineData("Mohammed bin Salman", "Mohammed", "bin Salman")]
    [InlineData("Sean O'Brien", "Sean", "O'Brien")]
    [InlineData("Gerard 't Hooft", "Gerard", "'t Hooft")]
    [InlineData("Jill St. John", "Jill", "St. John")]
    [InlineData("Juan Velasquez y Garcia", "Juan", "Velasquez y Garcia")]
    [InlineData("Etje Heijdanus-De Boer", "Etje", "Heijdanus-De Boer")]
    [InlineData("Van Johnson", "Van", "Johnson")]
    [InlineData("Sophie in 't Veld", "Sophie", "in 't Veld")]
    [InlineData("SHAUN O BRIEN", "Shaun", "O Brien")]
    [InlineData("Seán Ó Briain", "Seán", "Ó Briain")]
    [InlineData("Karl von und zu Guttenberg", "Karl", "von und zu Guttenberg")]
    [InlineData("Ravi A/L Kumar", "Ravi", "A/L Kumar")]
    public void Particles_belong_to_the_last_name(string raw, string first, string last)
    {
        var cleaned = Cleaning.Name(raw);

        Assert.Equal((first, last, null), cleaned);
    }

    [Theory]
    [InlineData("John A. Doe", "John", "Doe")]
    [InlineData("Doe, John A.", "John", "Doe")]
    [InlineData("Dr. John Doe", "John", "Doe")]
    [InlineData("Lt.Gen. John Doe", "John", "Doe")]
    [InlineData("Mrs. Brown, Amanda", "Amanda", "Brown")]
    [InlineData("John Doe III", "John", "Doe")]
    [InlineData("Doe, John, Jr.", "John", "Doe")]
    [InlineData("Doe Jr., John", "John", "Doe")]
    [InlineData("John Doe, CLU, CFP", "John", "Doe")]
    [InlineData("Susan Lee MD", "Susan", "Lee")]
    [InlineData("John Doe attorney at law", "John", "Doe")]
    [InlineData("Benjamin \"Big Ben\" Franklin", "Benjamin", "Franklin")]
    [InlineData("Benjamin 'Ben' Franklin", "Benjamin", "Franklin")]
    [InlineData("Franklin, Benjamin (Ben)", "Benjamin", "Franklin")]
    public void A_part_without_a_column_is_left_out_and_said_to_be(string raw, string first, string last)
    {
        var cleaned = Cleaning.Name(raw);

        Assert.Equal((first, last, LeftOut), cleaned);
    }

    [Fact]
    public void Of_very_many_words_the_first_and_the_last_are_kept()
    {
        var cleaned = Cleaning.Name("John" + string.Concat(Enumerable.Repeat(" Middle", 100)) + " Smith");

        Assert.Equal(("John", "Smith", LeftOut), cleaned);
    }

    [Theory]
    [InlineData("-")]
    [InlineData("12345")]
    [InlineData("()")]
    [InlineData("&")]
    public void A_value_without_a_letter_is_no_name(string raw)
    {
        var cleaned = Cleaning.Name(raw);

        Assert.Equal((null, null, "name.no-letters"), cleaned);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \u00A0\u3000\u200F\r\n")]
    public void A_blank_value_is_null_and_nothing_is_lost(string raw)
    {
        var cleaned = Cleaning.Name(raw);

        Assert.Equal((null, null, null), cleaned);
    }
}
