using System.Text;
using CrmMigration.Clean;
using CrmMigration.Clean.Places;
using CrmMigration.Source;

namespace CrmMigration.Map;

/// <summary>The country that a column of the row at hand names, in any way that <see cref="Country"/> knows.</summary>
/// <param name="column">-1 where the plan names no column.</param>
internal abstract class RowCountry(int column)
{
    private const int LongestCountry = 100;

    private readonly byte[] last = new byte[LongestCountry];
    private int lastLength;

    public void Read(TupleReader row)
    {
        if (column < 0)
        {
            return;
        }

        // Rows of one country often come together.
        var wire = row.Field(column);
        if (wire.SequenceEqual(last.AsSpan(0, lastLength)))
        {
            return;
        }

        lastLength = wire.Length <= LongestCountry ? wire.Length : 0;
        wire[..lastLength].CopyTo(last);
        Take(lastLength > 0 ? Find(wire) : null);
    }

    /// <summary>The two letters of the row's country; null where it names none, or more than one.</summary>
    protected abstract void Take(string? iso2);

    private static string? Find(ReadOnlySpan<byte> wire)
    {
        Span<char> text = stackalloc char[LongestCountry];
        var name = BlankSpace.Trim(text[..Encoding.UTF8.GetChars(wire, text)]);
        return Country.Find(name) is { IsGuess: false } country ? country.Iso2 : null;
    }
}
