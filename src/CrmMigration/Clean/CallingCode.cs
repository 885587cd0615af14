using System.Globalization;

namespace CrmMigration.Clean;

/// <summary>The calling codes of E.164: one to three digits, none the beginning of another.</summary>
internal static class CallingCode
{
    private static readonly byte[] Lengths = ReadLengths();
    private static readonly PhoneRegion?[] Regions = ReadRegions();

    /// <summary>
    /// Length of the calling code that <paramref name="digits"/> begin with; 0 when it is none that is in use, or the digits end before
    /// it does.
    /// </summary>
    public static int LengthAt(ReadOnlySpan<char> digits) => digits.Length < 3 ? 0 : Lengths[ThreeDigits(digits)];

    /// <summary>
    /// The region whose plan holds for the calling code that <paramref name="digits"/> begin with; null when its plan is not known here.
    /// </summary>
    public static PhoneRegion? RegionAt(ReadOnlySpan<char> digits) => Regions[ThreeDigits(digits)];

    private static int ThreeDigits(ReadOnlySpan<char> digits) =>
        ((digits[0] - '0') * 100) + ((digits[1] - '0') * 10) + (digits[2] - '0');

    private static byte[] ReadLengths()
    {
        var lengths = new byte[1000];
        foreach (var range in NumberingPlans.CallingCodes.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = range.Split('-');
            var last = int.Parse(ends[^1], CultureInfo.InvariantCulture);
            for (var code = int.Parse(ends[0], CultureInfo.InvariantCulture); code <= last; code++)
            {
                Under(code, ends[0].Length, lengths).Fill((byte)ends[0].Length);
            }
        }

        return lengths;
    }

    private static PhoneRegion?[] ReadRegions()
    {
        var regions = new PhoneRegion?[1000];
        foreach (var region in PhoneRegion.OnePerCallingCode())
        {
            var code = int.Parse(region.CallingCode, CultureInfo.InvariantCulture);
            Under(code, region.CallingCode.Length, regions).Fill(region);
        }

        return regions;
    }

    private static Span<T> Under<T>(int code, int codeLength, T[] table)
    {
        var width = codeLength switch { 1 => 100, 2 => 10, _ => 1 };
        return table.AsSpan(code * width, width);
    }
}
