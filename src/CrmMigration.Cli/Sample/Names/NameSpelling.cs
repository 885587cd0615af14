using CrmMigration.Cli.Sample.Customers;

namespace CrmMigration.Cli.Sample.Names;

/// <summary>Writes a name as some clerk would: with or without title, initial and suffix, in wrong case, with too many spaces.</summary>
internal sealed class NameSpelling(ulong seed)
{
    private static readonly string?[] NoName = [null, "", "   "];
    private static readonly string[] MensTitles = ["Mr. ", "Mr. ", "Mr ", "Dr. ", "Dr ", "Prof. "];
    private static readonly string[] WomensTitles = ["Mrs. ", "Ms. ", "Ms ", "Dr. ", "Dr ", "Prof. "];
    private static readonly string[] Suffixes = [" Jr.", " Sr.", " II", " III", " Jr"];
    private static readonly string[] Initials = ["A. ", "B. ", "C. ", "E. ", "J. ", "L. ", "M. ", "R. ", "T. ", "W. "];

    public string? Write(Person person, CustomerDraft draft)
    {
        var random = new SplitMix64(seed, Purpose.NameSpelling, draft.Index);
        return draft.Role.Kind switch
        {
            CustomerKind.Rejected => random.Pick<string?>(NoName),
            CustomerKind.SingleName => Untidy(person.GivenName, ref random),
            _ => Untidy(InFull(person, ref random), ref random),
        };
    }

    private static string InFull(Person person, ref SplitMix64 random)
    {
        var title = random.Chance(60) ? random.Pick<string>(person.IsMan ? MensTitles : WomensTitles) : "";
        var isWithMiddle = person.Culture.HasMiddleInitials;
        var initial = isWithMiddle && random.Chance(150) ? random.Pick<string>(Initials) : "";
        var suffix = isWithMiddle && person.IsMan && random.Chance(100) ? random.Pick<string>(Suffixes) : "";
        return $"{title}{person.GivenName} {initial}{person.FamilyName}{suffix}";
    }

    private static string Untidy(string name, ref SplitMix64 random)
    {
        var cased = random.Below(100) switch
        {
            < 6 => name.ToLowerInvariant(),
            < 14 => name.ToUpperInvariant(),
            _ => name,
        };
        return random.Below(100) switch
        {
            < 3 => $" {cased}",
            < 7 => $"{cased} ",
            < 9 => $"  {cased.Replace(" ", "  ", StringComparison.Ordinal)} ",
            < 12 => cased.Replace(" ", "   ", StringComparison.Ordinal),
            _ => cased,
        };
    }
}
