using CrmMigration.Clean;
using CrmMigration.Source;

namespace CrmMigration.Map;

/// <summary>The texts of several columns, joined by a format; columns that are blank leave out their part.</summary>
internal sealed class FormattedText(IReadOnlyList<FormatPart> parts, int[] columns) : ITextInput
{
    private char[] joined = new char[512];

    public IReadOnlyList<int> Columns => columns;

    public void Read(TupleReader row, TextScratch scratch)
    {
        var length = 0;
        string? separator = null;
        for (var i = 0; i < columns.Length; i++)
        {
            var value = BlankSpace.Trim(scratch.Decode(row.Field(columns[i])));
            if (value.IsEmpty)
            {
                continue;
            }

            var part = parts[i];
            Grow(length + (separator?.Length ?? 0) + part.Before.Length + value.Length + part.Behind.Length);
            length = TextFormat.Append(part, separator, value, joined, length);
            separator = part.Separator;
        }

        joined.AsSpan(0, length).CopyTo(scratch.Room(length));
        scratch.Take(length);
    }

    private void Grow(int least)
    {
        if (joined.Length < least)
        {
            Array.Resize(ref joined, Math.Max(least, joined.Length * 2));
        }
    }
}
