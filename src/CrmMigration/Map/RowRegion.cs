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
    private PhoneRegion? named;

    public PhoneRegion? Current => named ?? otherwise;

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
        named = lastLength > 0 ? Find(wire) : null;
    }

    private static PhoneRegion? Find(ReadOnlySpan<byte> wire)
    {
        Span<char> text = stackalloc char[LongestCountry];
        var name = BlankSpace.Trim(text[..Encoding.UTF8.GetChars(wire, text)]);
        return Country.Find(name) is { IsGuess: false } country && PhoneRegion.TryFind(country.Iso2, out var region) ? region : null;
    }
}
