using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace CrmMigration.Clean.Phones;

/// <summary>
/// How phone numbers are written and dialled in one region, by libphonenumber's metadata. It never changes and is safe to share.
/// </summary>
public sealed class PhoneRegion
{
    private static readonly PhoneRegion?[] Made = new PhoneRegion?[PlanFile.RegionCount];

    private readonly RegionEntry entry;
    private CallingCode? code;
    private PhoneFaults? faults;

    private PhoneRegion(RegionEntry entry) => this.entry = entry;

    /// <summary>The codes that <see cref="TryFind(string, out PhoneRegion?)"/> knows: ISO 3166-1, two capital letters, in order.</summary>
    public static IReadOnlyList<string> Known => ReadKnown();

    /// <summary>ISO 3166-1 code, two capital letters.</summary>
    public string Iso2 => entry.Name;

    internal CallingCode Code => code ??= CallingCode.Of(entry.CallingCode);

    internal PhoneFaults Faults => faults ??= new(IsCountry(entry.Name) ? entry.Name : $"+{entry.CallingCode}");

    internal DigitTree General => entry.General;

    internal int Longest => BitOperations.Log2((uint)entry.Lengths);

    /// <param name="iso2">ISO 3166-1 code in either letter case.</param>
    public static bool TryFind(string iso2, [NotNullWhen(true)] out PhoneRegion? region) => TryFind(iso2.AsSpan(), out region);

    /// <inheritdoc cref="TryFind(string, out PhoneRegion?)"/>
    public static bool TryFind(ReadOnlySpan<char> iso2, [NotNullWhen(true)] out PhoneRegion? region)
    {
        if (iso2.Length != 2 || !char.IsAsciiLetter(iso2[0]) || !char.IsAsciiLetter(iso2[1]))
        {
            region = null;
            return false;
        }

        var name = PlanFile.OrderOf((char)(iso2[0] & ~0x20), (char)(iso2[1] & ~0x20));
        var (first, end) = (0, PlanFile.RegionCount);
        while (first < end)
        {
            var middle = (first + end) / 2;
            (first, end) = PlanFile.RegionOrder(middle) < name ? (middle + 1, end) : (first, middle);
        }

        region = first < PlanFile.RegionCount && PlanFile.RegionOrder(first) == name ? At(first) : null;
        return region is not null;
    }

    public override string ToString() => Iso2;

    internal static PhoneRegion At(int index) => Made[index] ??= new(PlanFile.Region(index));

    internal bool HasLength(int length) => ((entry.Lengths >> length) & 1) != 0;

    /// <summary>
    /// How many digits the prefix for calls abroad takes at the start of what was dialled; 0 where there is none. A calling code follows
    /// it, which never begins with 0.
    /// </summary>
    internal int PrefixAbroadAt(ReadOnlySpan<byte> dialled)
    {
        var end = entry.PrefixAbroad.FindPrefix(dialled);
        return end.IsFound && (end.Length == dialled.Length || dialled[end.Length] != 0) ? end.Length : 0;
    }

    /// <summary>
    /// The number without its trunk prefix. The prefix stays where the number has its region's shape with it and would not without it.
    /// </summary>
    internal PrefixedDigits WithoutTrunkPrefix(ReadOnlySpan<byte> number)
    {
        var whole = new PrefixedDigits([], [], number);
        var end = entry.TrunkPrefix.FindPrefix(number);
        if (!end.IsFound)
        {
            return whole;
        }

        var rest = number[end.Length..];
        var stripped = end.HasGroup ? new(entry.PutBefore, number[end.GroupStart..end.GroupEnd], rest) : new PrefixedDigits([], [], rest);
        return entry.General.Accepts(number) && !entry.General.Accepts(stripped) ? whole : stripped;
    }

    /// <summary>Why a national number that is not valid is none.</summary>
    internal Rule FaultOf(int length) =>
        HasLength(length) ? Faults.NotAssigned : length > Longest ? Faults.TooLong : Faults.TooShort;

    private static bool IsCountry(ReadOnlySpan<char> name) => char.IsAsciiLetter(name[0]);

    private static string[] ReadKnown() =>
        [.. Enumerable.Range(0, PlanFile.RegionCount).Select(index => PlanFile.Region(index).Name).Where(name => IsCountry(name))];
}
