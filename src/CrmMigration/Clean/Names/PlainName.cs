namespace CrmMigration.Clean.Names;

/// <summary>
/// The shortcut for most names of a Western customer list: a given and a family name of ASCII letters. It decides from the bytes, so that
/// such a name is neither decoded nor taken for grammar; <see cref="PersonName"/> decides about all others.
/// </summary>
internal static class PlainName
{
    /// <summary>
    /// The length of the first name where <see cref="PersonName"/> would part the value at its only space and change nothing; 0
    /// where that is not certain.
    /// </summary>
    public static int FirstLength(ReadOnlySpan<byte> name)
    {
        var space = 0;
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsAsciiLetter((char)name[i]))
            {
                continue;
            }

            if (name[i] != ' ' || space > 0)
            {
                return 0;
            }

            space = i;
        }

        return space > 0 && IsCapitalized(name)
            && !NameLexicon.Decides(name[..space]) && !NameLexicon.Decides(name[(space + 1)..]) ? space : 0;
    }

    // A capital in front and a small letter at the end: the case is mixed and stays, and nothing but letters stands at the ends. Two
    // capitals in front may be initials ("JB Smith").
    private static bool IsCapitalized(ReadOnlySpan<byte> name) =>
        char.IsAsciiLetterUpper((char)name[0]) && !char.IsAsciiLetterUpper((char)name[1]) && char.IsAsciiLetterLower((char)name[^1]);
}
