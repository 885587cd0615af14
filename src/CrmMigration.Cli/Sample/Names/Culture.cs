namespace CrmMigration.Cli.Sample.Names;

/// <summary>
/// Given and family names that go together. Given names are one word each, differ in more than letter case, and are men's and
/// women's in turn.
/// </summary>
/// <param name="Name">What people call it.</param>
/// <param name="Home">The country whose phone numbers its people have when not those of the United States.</param>
/// <param name="HasMiddleInitials">Whether its people write a middle initial, and Jr. or III behind the name.</param>
/// <param name="Given">Given names.</param>
/// <param name="Family">Family names with their particles.</param>
internal sealed record Culture(string Name, Country Home, bool HasMiddleInitials, string[] Given, string[] Family)
{
    /// <summary>The given names as they stand in e-mail addresses.</summary>
    public string[] GivenLetters { get; } = Array.ConvertAll(Given, AsciiLetters.Of);

    /// <summary>The family names as they stand in e-mail addresses.</summary>
    public string[] FamilyLetters { get; } = Array.ConvertAll(Family, AsciiLetters.Of);

    /// <summary>Reads the two lists from text: given names parted by spaces, family names by commas.</summary>
    public static Culture Of(string name, Country home, string given, string family, bool hasMiddleInitials = false) => new(
        name,
        home,
        hasMiddleInitials,
        given.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        family.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
