namespace CrmMigration.Clean.Names;

/// <summary>
/// The father's name of Russians and Ukrainians, which stands behind the given name: Иванов Иван Иванович. Only in Cyrillic, as the Latin
/// -ovich ends family names of the Balkans.
/// </summary>
internal static class Patronymic
{
    private static readonly string[] Endings =
        ["ович", "евич", "ьич", "овна", "евна", "ична", "івна", "ївна", "йович", "оглы", "кызы"];

    public static bool Is(ReadOnlySpan<char> word)
    {
        if (word.Length < 5 || word[^1] is not (>= '\u0400' and <= '\u04FF'))
        {
            return false;
        }

        foreach (var ending in Endings)
        {
            if (word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
