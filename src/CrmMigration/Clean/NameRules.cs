namespace CrmMigration.Clean;

/// <summary>What a person's name lost on its way into first and last name.</summary>
internal static class NameRules
{
    public static readonly Rule PartsLeftOut =
        new("name.parts-left-out", "A middle name, title, suffix or nickname was left out, because it has no column of its own.");

    public static readonly Rule NoLetters =
        new("name.no-letters", "The value has no letter in it, so it is not a name.");

    public static IEnumerable<Rule> All => [PartsLeftOut, NoLetters];
}
