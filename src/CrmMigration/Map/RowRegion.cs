using System.Text;
using CrmMigration.Clean;
using CrmMigration.Clean.Phones;
using CrmMigration.Clean.Places;
using CrmMigration.Source;

namespace CrmMigration.Map;

/// <summary>
/// Where the phone number of the row at hand is from: the country that a column of the row names, in any way that <see cref="Country"/> knows,
/// or the plan's region where it names none, or more than one.
/// </summary>
/// <param name="column">-1 where the plan names no column.</param>
internal sealed class RowRegion(int column, PhoneRegion? otherwise)
{
    private const int LongestCountry = 100;

    private readonly byte[] last = new byte[LongestCountry];
    private int lastLength;

    public PhoneRegion? Current { get; private set; } = otherwise;

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

        Current = wire.Length <= LongestCountry ? Find(wire) ?? otherwise : otherwise;
        lastLength = Math.Min(wire.Length, LongestCountry);
        wire[..lastLength].CopyTo(last);
    }

    private static PhoneRegion? Find(ReadOnlySpan<byte> wire)
    {
        Span<char> text = stackalloc char[LongestCountry];
        var name = BlankSpace.Trim(text[..Encoding.UTF8.GetChars(wire, text)]);
        return Country.Find(name) is { IsGuess: false } country && PhoneRegion.TryFind(country.Iso2, out var region) ? region : null;
    }
}
