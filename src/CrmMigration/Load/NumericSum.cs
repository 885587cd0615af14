using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;

namespace CrmMigration.Load;

/// <summary>
/// An exact sum of the finite numbers among values in PostgreSQL's binary format: numeric of any size, int2, int4, int8.
/// </summary>
internal sealed class NumericSum
{
    private const ushort Negative = 0x4000;
    private const int Base = 10_000;

    private BigInteger total;
    private int fractionGroups;

    /// <summary>Values that are NaN or infinite. They are counted, not added: one of them would hide every other value of the sum.</summary>
    public long NotFinite { get; private set; }

    public void AddInteger(ReadOnlySpan<byte> wire) => AddScaled(
        wire.Length switch
        {
            2 => BinaryPrimitives.ReadInt16BigEndian(wire),
            4 => BinaryPrimitives.ReadInt32BigEndian(wire),
            _ => BinaryPrimitives.ReadInt64BigEndian(wire),
        },
        0);

    /// <summary>Adds a numeric: count, weight, sign and scale, then groups of four decimal digits (numeric_send in numeric.c).</summary>
    public void AddNumeric(ReadOnlySpan<byte> wire)
    {
        var count = BinaryPrimitives.ReadInt16BigEndian(wire);
        var weight = BinaryPrimitives.ReadInt16BigEndian(wire[2..]);
        var sign = BinaryPrimitives.ReadUInt16BigEndian(wire[4..]);
        if (sign is not (0 or Negative))
        {
            NotFinite++;
            return;
        }

        if (count == 0)
        {
            return;
        }

        var digits = Digits(wire[8..], count);
        var groups = count - 1 - weight;
        if (groups < 0)
        {
            digits *= BigInteger.Pow(Base, -groups);
            groups = 0;
        }

        AddScaled(sign == Negative ? -digits : digits, groups);
    }

    /// <summary>The sum as PostgreSQL reads it; trailing zeros of the fraction are left out.</summary>
    public override string ToString()
    {
        var digits = BigInteger.Abs(total).ToString(CultureInfo.InvariantCulture).PadLeft((fractionGroups * 4) + 1, '0');
        var whole = digits[..^(fractionGroups * 4)];
        var fraction = digits[whole.Length..].TrimEnd('0');
        return $"{(total.Sign < 0 ? "-" : "")}{whole}{(fraction.Length > 0 ? "." : "")}{fraction}";
    }

    // Up to four groups fit a long, which covers nearly all money.
    private static BigInteger Digits(ReadOnlySpan<byte> groups, int count)
    {
        if (count <= 4)
        {
            long small = 0;
            for (var i = 0; i < count; i++)
            {
                small = (small * Base) + BinaryPrimitives.ReadInt16BigEndian(groups[(i * 2)..]);
            }

            return small;
        }

        var large = BigInteger.Zero;
        for (var i = 0; i < count; i++)
        {
            large = (large * Base) + BinaryPrimitives.ReadInt16BigEndian(groups[(i * 2)..]);
        }

        return large;
    }

    private void AddScaled(BigInteger value, int groups)
    {
        if (groups > fractionGroups)
        {
            total *= BigInteger.Pow(Base, groups - fractionGroups);
            fractionGroups = groups;
        }

        total += groups < fractionGroups ? value * BigInteger.Pow(Base, fractionGroups - groups) : value;
    }
}
