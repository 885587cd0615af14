using System.Collections.Frozen;

namespace CrmMigration.Clean.Text;

/// <summary>
/// No value in place of one that says nothing. Compared as a whole, letter case and blank space around it aside; any other value stays as
/// it is. Nothing is lost, so there is no rule.
/// </summary>
/// <param name="values">What counts as no value.</param>
/// <param name="placeholders">What <see cref="Placeholders"/> lists counts as well.</param>
public sealed class NullIfCleaner(IEnumerable<string> values, bool placeholders) : TextCleaner
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> values =
        values.Select(value => new string(BlankSpace.Trim(value))).ToFrozenSet(StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    public override Cleaned Clean(ReadOnlySpan<char> text, Span<char> destination)
    {
        var trimmed = BlankSpace.Trim(text);
        if (values.Contains(trimmed) || (placeholders && Placeholders.Include(trimmed)))
        {
            return Cleaned.Blank;
        }

        text.CopyTo(destination);
        return new(text.Length, null);
    }
}
