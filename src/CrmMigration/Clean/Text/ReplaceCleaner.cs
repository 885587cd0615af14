using System.Text.RegularExpressions;

namespace CrmMigration.Clean.Text;

/// <summary>
/// Puts a text in place of each match of a regular expression. What the plan asks for is no correction. Not for doing twice: the result may
/// hold the pattern again. A value that takes longer than the expression's time-out is unusable; without <see cref="ReplacementPattern.NeedsBacktracking"/>
/// no real one does.
/// </summary>
public sealed class ReplaceCleaner(ReplacementPattern pattern) : TextCleaner
{
    // What a value may grow by, besides becoming twice as long.
    private const int Growth = 16 * 1024;

    private readonly string? plain = pattern.IsPlain ? string.Concat(pattern.Pieces.Select(piece => piece.Text)) : null;
    private readonly int groups = pattern.Pieces.Count(piece => piece.Group >= 0);
    private readonly int longest = pattern.Pieces.Sum(piece => piece.Text.Length);

    public override int MostWritten(int length) =>
        (int)Math.Min((long)length + ((length + 1L) * longest) + ((long)length * groups), (2L * length) + Growth);

    public override Cleaned Clean(ReadOnlySpan<char> text, Span<char> destination)
    {
        var output = new BoundedText(destination[..MostWritten(text.Length)]);
        var until = Environment.TickCount64 + (long)pattern.Expression.MatchTimeout.TotalMilliseconds;
        try
        {
            if (plain is not null)
            {
                ReplaceAll(text, plain, ref output, until);
            }
            else if (pattern.Expression.IsMatch(text))
            {
                ReplaceEach(text.ToString(), ref output, until);
            }
            else
            {
                output.Add(text);
            }
        }
        catch (RegexMatchTimeoutException)
        {
            return new(0, TextRules.TooSlow);
        }

        return output.IsFull ? new(0, TextRules.TooLong) : new(output.Length, null);
    }

    private void ReplaceAll(ReadOnlySpan<char> text, ReadOnlySpan<char> with, ref BoundedText output, long until)
    {
        var end = 0;
        foreach (var match in pattern.Expression.EnumerateMatches(text))
        {
            GiveUp(until);
            output.Add(text[end..match.Index]);
            output.Add(with);
            end = match.Index + match.Length;
        }

        output.Add(text[end..]);
    }

    private void ReplaceEach(string text, ref BoundedText output, long until)
    {
        var end = 0;
        for (var match = pattern.Expression.Match(text); match.Success && !output.IsFull; match = match.NextMatch())
        {
            GiveUp(until);
            output.Add(text.AsSpan(end, match.Index - end));
            foreach (var (literal, group) in pattern.Pieces)
            {
                output.Add(group < 0 ? literal : match.Groups[group].ValueSpan);
            }

            end = match.Index + match.Length;
        }

        output.Add(text.AsSpan(end));
    }

    // The expression's own time-out is for one match, and finding each of many may mean reading on to the end.
    private void GiveUp(long until)
    {
        if (Environment.TickCount64 > until)
        {
            throw new RegexMatchTimeoutException("", pattern.Expression.ToString(), pattern.Expression.MatchTimeout);
        }
    }
}
