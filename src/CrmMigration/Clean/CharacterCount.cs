namespace CrmMigration.Clean;

/// <summary>Counts characters as PostgreSQL does, by code points where .NET counts UTF-16 units. Half a pair counts as one.</summary>
internal static class CharacterCount
{
    public static int Of(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var runes = text.EnumerateRunes(); runes.MoveNext();)
        {
            count++;
        }

        return count;
    }
}
