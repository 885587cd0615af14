namespace CrmMigration.Clean.Names;

/// <summary>What a person's name lost on its way into its columns, and why it may not be one person's name.</summary>
internal static class NameRules
{
    public static readonly Rule PartsLeftOut =
        new("name.parts-left-out", "A middle name, title, suffix or nickname was left out, because it has no column of its own.");

    public static readonly Rule NoLetters =
        new("name.no-letters", "The value has no letter in it, so it is not a name.");

    public static readonly Rule TwoPersons =
        new("name.two-persons", "The value names two persons or more; they were not parted into records of their own.");

    public static readonly Rule Organization =
        new("name.organization", "The value names an organisation and not a person.");

    public static IEnumerable<Rule> All => [PartsLeftOut, NoLetters, TwoPersons, Organization];
}
