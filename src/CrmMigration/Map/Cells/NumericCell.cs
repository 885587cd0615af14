using System.Buffers.Binary;
using CrmMigration.Load;
using CrmMigration.Plan;

namespace CrmMigration.Map.Cells;

/// <summary>numeric, as exact as it is written; numeric(p,s) shows s digits behind the point, as the server does.</summary>
internal sealed class NumericCell : TargetCell
{
    private const int Overhead = 4;
    private const int ScaleBits = 11;
    private const int DigitsOfGroup = 4;
    private const ushort Negative = 0x4000;

    // What the server's format can hold (numeric.c, NUMERIC_WEIGHT_MAX and NUMERIC_DSCALE_MAX).
    private const int MostWhole = 131_072;
    private const int MostFraction = 16_383;

    private readonly int? scale;
    private readonly int mostWhole = MostWhole;

    public NumericCell(LiveColumn column)
        : base(column)
    {
        if (column.Modifier >= Overhead)
        {
            // The scale is signed since PostgreSQL 15, in the low eleven bits.
            var packed = column.Modifier - Overhead;
            scale = (packed & ((1 << ScaleBits) - 1)) << (32 - ScaleBits) >> (32 - ScaleBits);
            mostWhole = (packed >> 16 & 0xffff) - scale.Value;
        }
    }

    protected override Rejection? Add(ReadOnlySpan<char> text, TupleBuffer output)
    {
        if (!ValueForm.IsDecimal(text))
        {
            return NotOne("number such as -1234.5");
        }

        var isNegative = text[0] == '-';
        var digits = isNegative ? text[1..] : text;
        var point = digits.IndexOf('.');
        var whole = (point < 0 ? digits : digits[..point]).TrimStart('0');
        var fraction = point < 0 ? default : digits[(point + 1)..];
        if (Misfit(whole, fraction.TrimEnd('0')) is { } problem)
        {
            return problem;
        }

        Write(isNegative, whole, fraction, output);
        return null;
    }

    private Rejection? Misfit(ReadOnlySpan<char> whole, ReadOnlySpan<char> fraction)
    {
        if (whole.Length > Math.Max(0, mostWhole))
        {
            return OutOfRange($"has {whole.Length} digits before the decimal point", $"{Math.Max(0, mostWhole)}");
        }

        // numeric(2,4) takes 0.0012: zeros come first.
        if (fraction.IndexOfAnyExcept('0') is >= 0 and var zeros && zeros < -mostWhole)
        {
            return OutOfRange($"has {zeros} zeros behind the decimal point", $"at least {-mostWhole}");
        }

        var mostFraction = Math.Max(0, scale ?? MostFraction);
        var rounded = scale < 0 ? whole[^Math.Min(whole.Length, -scale.Value)..].TrimEnd('0') : default;
        return fraction.Length > mostFraction ? TooPrecise($"has {fraction.Length} digits behind the decimal point", $"{mostFraction}")
            : rounded.Length > 0 ? TooPrecise("has digits that are not zero among the last before the point", $"zeros in the last {-scale}")
            : null;
    }

    // Groups of four digits, aligned at the point, without zero groups at either end: as the server keeps and sends it.
    private void Write(bool isNegative, ReadOnlySpan<char> whole, ReadOnlySpan<char> fraction, TupleBuffer output)
    {
        var shown = Math.Max(0, scale ?? Math.Min(fraction.Length, MostFraction));
        var (wholeGroups, fractionGroups) = (Groups(whole.Length), Groups(Math.Min(fraction.Length, shown)));
        var (first, last) = (0, wholeGroups + fractionGroups);
        while (last > first && Group(last - 1, wholeGroups, whole, fraction) == 0)
        {
            last--;
        }

        while (first < last && Group(first, wholeGroups, whole, fraction) == 0)
        {
            first++;
        }

        var space = output.AddSpace(8 + ((last - first) * 2));
        BinaryPrimitives.WriteInt16BigEndian(space, (short)(last - first));
        BinaryPrimitives.WriteInt16BigEndian(space[2..], (short)(last == first ? 0 : wholeGroups - 1 - first));
        BinaryPrimitives.WriteUInt16BigEndian(space[4..], isNegative && last > first ? Negative : (ushort)0);
        BinaryPrimitives.WriteUInt16BigEndian(space[6..], (ushort)shown);
        for (var i = first; i < last; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(space[(8 + ((i - first) * 2))..], Group(i, wholeGroups, whole, fraction));
        }
    }

    private static int Groups(int digits) => (digits + DigitsOfGroup - 1) / DigitsOfGroup;

    private static ushort Group(int index, int wholeGroups, ReadOnlySpan<char> whole, ReadOnlySpan<char> fraction)
    {
        var isWhole = index < wholeGroups;
        var digits = isWhole ? whole : fraction;
        var start = isWhole ? whole.Length - ((wholeGroups - index) * DigitsOfGroup) : (index - wholeGroups) * DigitsOfGroup;
        var value = 0;
        for (var i = start; i < start + DigitsOfGroup; i++)
        {
            value = (value * 10) + (i >= 0 && i < digits.Length ? digits[i] - '0' : 0);
        }

        return (ushort)value;
    }
}
