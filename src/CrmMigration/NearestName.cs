namespace CrmMigration;

/// <summary>Finds what the writer of a misspelt name probably meant.</summary>
internal static class NearestName
{
    /// <summary>The known name closest to the one written, letter case aside; null when none is close.</summary>
    public static string? Of(string written, IEnumerable<string> known)
    {
        var nearest = known
            .Select(name => (Name: name, Distance: Distance(written.ToLowerInvariant(), name.ToLowerInvariant())))
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.Name is not null && nearest.Distance <= Math.Max(1, Math.Max(written.Length, nearest.Name.Length) / 3) ? nearest.Name : null;
    }

    /// <summary>The start of a fix: <c>Did you mean 'email'? </c>, or nothing.</summary>
    public static string Suggestion(string written, IEnumerable<string> known) =>
        Of(written, known) is { } name ? $"Did you mean '{name}'? " : "";

    /// <summary>Edits (insert, delete, replace, swap of neighbours) that turn one text into the other: Damerau's optimal string
    /// alignment.</summary>
    public static int Distance(string one, string other)
    {
        var rows = new int[one.Length + 1][];
        for (var i = 0; i <= one.Length; i++)
        {
            rows[i] = new int[other.Length + 1];
            for (var j = 0; j <= other.Length; j++)
            {
                rows[i][j] = i == 0 || j == 0 ? i + j : Cheapest(rows, one, other, (i, j));
            }
        }

        return rows[one.Length][other.Length];
    }

    private static int Cheapest(int[][] rows, string one, string other, (int I, int J) at)
    {
        var (i, j) = at;
        var replaced = rows[i - 1][j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
        var best = Math.Min(replaced, Math.Min(rows[i - 1][j], rows[i][j - 1]) + 1);
        var swapped = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
        return swapped ? Math.Min(best, rows[i - 2][j - 2] + 1) : best;
    }
}
