using Xunit;

namespace CrmMigration.Tests.Clean.Phones;

/// <summary>What people write beside a number, or a second number: the first clear number is kept, and what was lost is said.</summary>
public class PhonesAmongWords
{
    [Theory]
    [InlineData("(201) 555-0123 (work)")]
    [InlineData("(201) 555-0123 cell")]
    [InlineData("Tel.: (201) 555-0123")]
    [InlineData("Mobile phone no. 201-555-0123")]
    [InlineData("201\t555\t0123")]
    [InlineData("\"201'555'0123\"")]
    public void Words_that_only_say_that_it_is_a_phone_number_are_no_loss(string raw)
    {
        var cleaned = Cleaning.Phone(raw);

        Assert.Equal(("+12015550123", null), cleaned);
    }

    [Theory]
    [InlineData("201 555 0123 ask for Bob")]
    [InlineData("call Bob at 201 555 0123")]
    [InlineData("201 555 0123, evenings")]
    [InlineData("201 555 0123 @ noon")]
    public void Other_words_are_left_out_and_that_is_said(string raw)
    {
        var cleaned = Cleaning.Phone(raw);

        Assert.Equal(("+12015550123", "phone.text-left-out"), cleaned);
    }

    [Theory]
    [InlineData("201 555 0123 / 201 555 0124")]
    [InlineData("201 555 0123/4")]
    [InlineData("201 555 0123; 201 555 0124")]
    [InlineData("201 555 0123;2015550124")]
    [InlineData("201 555 0123, 201 555 0124")]
    [InlineData("201 555 0123 or 201 555 0124")]
    [InlineData("201 555 0123 +1 201 555 0124")]
    [InlineData("201 555 0123\n201 555 0124")]
    [InlineData("201 555 0123 (201 555 0124)")]
    [InlineData("Tel. 201 555 0123, Fax 201 555 0124")]
    [InlineData("201 555 0123 or 201 555 0124 x7")]
    public void The_first_of_two_numbers_is_kept_and_that_is_said(string raw)
    {
        var cleaned = Cleaning.PhoneParts(raw);

        Assert.Equal(("+12015550123", "", "phone.second-number-left-out"), cleaned);
    }

    [Theory]
    [InlineData("030 901820/21", "+4930901820")]
    [InlineData("0171/1234567/89", "+491711234567")]
    public void The_last_digits_of_a_second_number_do_not_make_the_first_one_longer(string raw, string expected)
    {
        var cleaned = Cleaning.Phone(raw, "DE");

        Assert.Equal((expected, "phone.second-number-left-out"), cleaned);
    }
}
