using CrmMigration.Cli.Sample;
using CrmMigration.Cli.Sample.Contacts;
using CrmMigration.Cli.Sample.Names;
using Xunit;

namespace CrmMigration.Tests.Sample;

public sealed class NumberRangesTests
{
    public static TheoryData<string> Countries => [.. Enum.GetNames<Country>()];

    [Theory]
    [MemberData(nameof(Countries))]
    public void A_range_has_a_number_for_every_contact_of_the_largest_sample(string country)
    {
        var range = NumberRanges.Of(Enum.Parse<Country>(country));

        Assert.InRange(range.Count, new ContactKey(SampleCrm.MostCustomers).Count, int.MaxValue);
    }

    [Theory]
    [MemberData(nameof(Countries))]
    public void Different_contacts_have_different_numbers_of_one_length(string country)
    {
        var range = NumberRanges.Of(Enum.Parse<Country>(country));

        var numbers = Enumerable.Range(0, 100_000).Select(key => range.NumberAt(ContactKey.PhonePlace(key, range.Count, seed: 3))).ToList();

        Assert.Equal(numbers.Count, numbers.Distinct().Count());
        Assert.Single(numbers.Select(number => number.Length).Distinct());
    }

    [Fact]
    public void Numbers_of_the_United_States_have_an_exchange_that_is_no_service_code()
    {
        var range = NumberRanges.Of(Country.UnitedStates);

        var numbers = Enumerable.Range(0, 100_000).Select(key => range.NumberAt(ContactKey.PhonePlace(key, range.Count, seed: 3)));

        Assert.All(numbers, number => Assert.Matches("^[2-9][0-9]{2}[2-9](?!11)[0-9]{6}$", number));
    }
}
