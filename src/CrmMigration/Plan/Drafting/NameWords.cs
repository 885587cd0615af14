using System.Text.RegularExpressions;

namespace CrmMigration.Plan.Drafting;

/// <summary>The words of a table's or column's name, in the singular and in small letters: what two names are compared by.</summary>
internal static partial class NameWords
{
    /// <summary>Words that say where a table stands, not what is in it.</summary>
    private static readonly HashSet<string> Noise = ["old", "new", "crm", "legacy", "tbl", "table", "src", "dst", "source", "target", "t"];

    /// <summary>At or above this two names count as similar.</summary>
    public const double Similar = 0.75;

    /// <summary>CustomerOrders and tbl_customer_order both give customer, order. A name of nothing but noise keeps it.</summary>
    public static IReadOnlyList<string> Of(string name)
    {
        string[] words = [.. WordPattern().Matches(name).Select(match => Singular(match.Value.ToLowerInvariant()))];
        string[] telling = [.. words.Where(word => !Noise.Contains(word))];
        return telling.Length > 0 ? telling : words;
    }

    /// <summary>The words in one piece: e_mail and eMail are both email. A name without any letter stands for itself.</summary>
    public static string Joined(string name) => Of(name) is { Count: > 0 } words ? string.Concat(words) : name;

    /// <summary>1 for names with the same words, down to 0 for names without a common letter.</summary>
    public static double Similarity(string one, string other)
    {
        var (first, second) = (Joined(one), Joined(other));
        return first == second ? 1 : 1 - ((double)NearestName.Distance(first, second) / Math.Max(first.Length, second.Length));
    }

    public static bool Has(string name, params string[] words) =>
        WordPattern().Matches(name).Any(match => words.Contains(match.Value.ToLowerInvariant()));

    private static string Singular(string word) => word switch
    {
        _ when word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4 => $"{word[..^3]}y",
        _ when word.EndsWith("sses", StringComparison.Ordinal) => word[..^2],
        _ when word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) && !word.EndsWith("us", StringComparison.Ordinal) && word.Length > 3 => word[..^1],
        _ => word,
    };

    [GeneratedRegex(@"\p{Lu}?[\p{Ll}\p{Lo}\p{Lm}\p{M}]+|\p{Lu}+(?!\p{Ll})|\p{N}+")]
    private static partial Regex WordPattern();
}
