using System.Globalization;
using System.Text.RegularExpressions;

namespace CrmMigration.Clean.Text;

/// <summary>
/// A regular expression and what stands in place of its matches: plain text, with <c>$1</c>, <c>${name}</c> and <c>$0</c> (or <c>$&amp;</c>) for
/// what groups and the whole matched, and <c>$$</c> for a dollar sign.
/// </summary>
public sealed class ReplacementPattern
{
    /// <summary>The most characters that a plan may put in place of a match.</summary>
    public const int LongestReplacement = 1000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private ReplacementPattern(Regex expression, IReadOnlyList<(string Text, int Group)> pieces)
    {
        Expression = expression;
        Pieces = pieces;
    }

    public Regex Expression { get; }

    /// <summary>
    /// The pattern asks for something that only a search which goes back can do (a back reference, a look around, an atomic group), so that
    /// its time is not bound by the text's length but by a time-out.
    /// </summary>
    public bool NeedsBacktracking => (Expression.Options & RegexOptions.NonBacktracking) == 0;

    /// <summary>Texts, and groups where the number is not negative, in the order in which they are written.</summary>
    internal IReadOnlyList<(string Text, int Group)> Pieces { get; }

    /// <summary>The same text in place of every match.</summary>
    internal bool IsPlain => Pieces.All(piece => piece.Group < 0);

    /// <summary>False, and what is wrong, for what is no pattern or refers to a group that the pattern does not have.</summary>
    public static bool TryParse((string Pattern, string With) texts, bool ignoreCase, out ReplacementPattern? parsed, out string fault)
    {
        parsed = null;
        try
        {
            var expression = Make(texts.Pattern, ignoreCase ? RegexOptions.IgnoreCase | RegexOptions.CultureInvariant : RegexOptions.CultureInvariant);
            var pieces = new List<(string, int)>();
            fault = Cut(texts.With, expression, pieces) ?? "";
            parsed = fault.Length == 0 ? new(expression, pieces) : null;
        }
        catch (RegexParseException mistake)
        {
            fault = $"the pattern is no regular expression: {Words(mistake.Error)} at character {mistake.Offset}";
        }

        return parsed is not null;
    }

    private static Regex Make(string pattern, RegexOptions options)
    {
        try
        {
            return new(pattern, options | RegexOptions.NonBacktracking, Patience);
        }
        catch (NotSupportedException)
        {
            return new(pattern, options, Patience);
        }
    }

    // UnterminatedBracket reads "unterminated bracket".
    private static string Words(RegexParseError error) =>
        string.Concat(error.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));

    private static string? Cut(string with, Regex expression, List<(string Text, int Group)> pieces)
    {
        var start = 0;
        while (with.IndexOf('$', start) is var dollar && dollar >= 0)
        {
            pieces.Add((with[start..dollar], -1));
            var rest = with.AsSpan(dollar + 1);
            var length = ReferenceLength(rest);
            if (rest is ['$', ..])
            {
                (length, start) = (1, dollar + 2);
                pieces.Add(("$", -1));
                continue;
            }

            if (length == 0 || GroupOf(rest[..length], expression) is not (>= 0 and var group))
            {
                return length == 0
                    ? $"the dollar sign at character {dollar + 1} of the replacement stands for nothing; write $$ for a dollar sign"
                    : $"the pattern has no group ${rest[..length]}";
            }

            pieces.Add(("", group));
            start = dollar + 1 + length;
        }

        pieces.Add((with[start..], -1));
        return null;
    }

    private static int ReferenceLength(ReadOnlySpan<char> rest)
    {
        var digits = rest.Length - rest.TrimStart("0123456789").Length;
        return rest is ['&', ..] ? 1 : rest is ['{', ..] ? rest.IndexOf('}') + 1 : digits;
    }

    private static int GroupOf(ReadOnlySpan<char> reference, Regex expression)
    {
        var name = reference is "&" ? "0" : reference.Trim("{}").ToString();
        var group = expression.GroupNumberFromName(name);
        return group < 0 && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && expression.GetGroupNumbers().Contains(number) ? number : group;
    }
}
