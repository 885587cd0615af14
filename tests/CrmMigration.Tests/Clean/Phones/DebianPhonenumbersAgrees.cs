using PhoneNumbers;
using Xunit;

namespace CrmMigration.Tests.Clean.Phones;

/// <summary>
/// Another port of libphonenumber reads numbers as this product does, as far as both have the same plans: Debian's metadata are older. Each
/// region's plan is compared sign for sign with that of this product's time, so nobody chooses what counts. scripts/test.sh leaves this class
/// out where Debian's package is not installed, and says so.
/// </summary>
public class DebianPhonenumbersAgrees
{
    private const int TextsOfARegion = 60;

    private static readonly PhoneNumberUtil Library = PhoneNumberUtil.GetInstance();

    [Fact]
    public async Task Wherever_the_plans_of_all_regions_concerned_are_the_same()
    {
        var written = new WrittenNumbers(20261126);
        List<(string Text, string Region)> texts = [.. WrittenNumbers.Regions.SelectMany(region => written.Of(region, TextsOfARegion))];

        var oracle = await DebianOracle.Ask(texts, TestContext.Current.CancellationToken);

        var plans = RegionsAlike(oracle, int.MaxValue);
        var rules = RegionsAlike(oracle, DebianOracle.Rules);
        var agreed = texts.Zip(oracle.Readings).Count(pair => AssertAgrees(pair.First, pair.Second, plans, rules));
        Assert.InRange(agreed, texts.Count / 20, texts.Count);
    }

    private static HashSet<string> RegionsAlike(DebianOracle oracle, int parts) =>
        [.. WrittenNumbers.Regions.Where(region => oracle.Plans.TryGetValue(region, out var plan) && PlanOf(region).Take(parts).SequenceEqual(plan.Take(parts)))];

    // Where the rules of reading are the same, but not the numbers that are assigned, one may call valid what the other does not.
    private static bool AssertAgrees((string Text, string Region) text, DebianReading expected, HashSet<string> plans, HashSet<string> rules)
    {
        var (number, extension, _) = Cleaning.PhoneParts(text.Text, text.Region);
        string[] concerned = [.. CodesOf(text.Region, expected, number).SelectMany(Library.GetRegionCodesForCountryCode)];
        var bothAreValid = number.Length > 0 && expected.Number.Length > 0;
        var counts = concerned.All(plans.Contains) || (bothAreValid && concerned.All(rules.Contains));

        Assert.True(
            !counts || (number, extension) == (expected.Number, expected.Extension) || LibphonenumberAgrees.IsOlderMexican(expected.Number, number),
            $"{text.Text} in {text.Region}: {number} x {extension} where Debian's has {expected}.");
        return counts && bothAreValid;
    }

    private static IEnumerable<int> CodesOf(string region, DebianReading reading, string number) =>
        new[] { Library.GetCountryCodeForRegion(region), reading.Code, number.Length > 0 ? Library.Parse(number, null).CountryCode : 0 }.Where(code => code > 0).Distinct();

    // As debian-oracle.py writes it.
    private static string[] PlanOf(string region)
    {
        var plan = Library.GetMetadataForRegion(region);
        string[] rules = [plan.InternationalPrefix, plan.NationalPrefixForParsing, plan.NationalPrefixTransformRule, plan.LeadingDigits];
        PhoneNumberDesc[] kinds =
        [
            plan.GeneralDesc, plan.FixedLine, plan.Mobile, plan.TollFree, plan.PremiumRate, plan.SharedCost, plan.PersonalNumber, plan.Voip, plan.Pager, plan.Uan, plan.Voicemail,
        ];
        return [.. rules.Select(WithShortClasses), .. kinds.Select(kind => KindOf(kind, plan.GeneralDesc))];
    }

    // Lengths that are those of all numbers are left out here.
    private static string KindOf(PhoneNumberDesc kind, PhoneNumberDesc general) => string.IsNullOrEmpty(kind.NationalNumberPattern) ? ""
        : $"{WithShortClasses(kind.NationalNumberPattern)}:{string.Join(',', (kind.PossibleLengthCount == 0 ? general : kind).PossibleLengthList)}";

    // This port writes classes of digits out.
    private static string WithShortClasses(string pattern) => pattern.Replace("[0-9]", @"\d", StringComparison.Ordinal);
}
