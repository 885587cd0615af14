namespace CrmMigration.Clean.Emails;

/// <summary>
/// Punycode (RFC 3492): one label of a domain name in ASCII, without its prefix. Nothing is allocated; what does not fit or is not well
/// formed gives -1.
/// </summary>
internal static class Punycode
{
    private const int Base = 36;
    private const int LeastThreshold = 1;
    private const int MostThreshold = 26;
    private const int Skew = 38;
    private const int Damp = 700;
    private const int FirstBias = 72;
    private const int FirstCodePoint = 0x80;

    // No label reaches further, and nothing overflows below it.
    private const int MostDelta = 0x4000000;

    /// <param name="label">Well-formed UTF-16.</param>
    /// <returns>The length written, or -1 where it does not fit.</returns>
    public static int Encode(ReadOnlySpan<char> label, Span<char> destination)
    {
        var (length, basics) = (WriteBasic(label, destination), 0);
        if (length < 0)
        {
            return -1;
        }

        basics = length;
        if (basics > 0)
        {
            if (length == destination.Length)
            {
                return -1;
            }

            destination[length++] = '-';
        }

        var (last, delta, bias, handled) = (FirstCodePoint, 0, FirstBias, basics);
        for (var next = NextCodePoint(label, last); next < int.MaxValue; next = NextCodePoint(label, last))
        {
            delta += (next - last) * (handled + 1);
            foreach (var rune in label.EnumerateRunes())
            {
                delta += rune.Value < next ? 1 : 0;
                if (delta > MostDelta)
                {
                    return -1;
                }

                if (rune.Value == next)
                {
                    length = WriteNumber(delta, bias, destination, length);
                    if (length < 0)
                    {
                        return -1;
                    }

                    bias = Adapt(delta, handled + 1, handled == basics);
                    (delta, handled) = (0, handled + 1);
                }
            }

            (delta, last) = (delta + 1, next + 1);
        }

        return length;
    }

    /// <returns>The length written, or -1 where the label is not Punycode or its text does not fit.</returns>
    public static int Decode(ReadOnlySpan<char> label, Span<char> destination)
    {
        // As code points while characters are put between them; no label has more than 63.
        Span<int> points = stackalloc int[DomainName.LongestLabel];
        var hyphen = label.LastIndexOf('-');
        if (label.Length > DomainName.LongestLabel || hyphen == label.Length - 1)
        {
            return -1;
        }

        var count = Math.Max(hyphen, 0);
        for (var i = 0; i < count; i++)
        {
            points[i] = label[i];
        }

        var (point, at, bias, place) = (FirstCodePoint, hyphen + 1, FirstBias, 0);
        while (at < label.Length)
        {
            var delta = ReadNumber(label, ref at, bias);
            if (delta < 0)
            {
                return -1;
            }

            place += delta;
            count++;
            bias = Adapt(delta, count, count == Math.Max(hyphen, 0) + 1);
            point += place / count;
            place %= count;
            if (point is > 0x10FFFF or (>= 0xD800 and <= 0xDFFF))
            {
                return -1;
            }

            points[place..(count - 1)].CopyTo(points[(place + 1)..]);
            points[place++] = point;
        }

        return WriteText(points[..count], destination);
    }

    private static int WriteBasic(ReadOnlySpan<char> label, Span<char> destination)
    {
        var length = 0;
        foreach (var c in label)
        {
            if (c < FirstCodePoint)
            {
                if (length == destination.Length)
                {
                    return -1;
                }

                destination[length++] = c;
            }
        }

        return length;
    }

    private static int NextCodePoint(ReadOnlySpan<char> label, int from)
    {
        var next = int.MaxValue;
        foreach (var rune in label.EnumerateRunes())
        {
            next = rune.Value >= from && rune.Value < next ? rune.Value : next;
        }

        return next;
    }

    private static int WriteNumber(int number, int bias, Span<char> destination, int length)
    {
        for (var k = Base; ; k += Base)
        {
            if (length == destination.Length)
            {
                return -1;
            }

            var threshold = Threshold(k, bias);
            if (number < threshold)
            {
                destination[length] = Digit(number);
                return length + 1;
            }

            destination[length++] = Digit(threshold + ((number - threshold) % (Base - threshold)));
            number = (number - threshold) / (Base - threshold);
        }
    }

    private static int ReadNumber(ReadOnlySpan<char> label, ref int at, int bias)
    {
        var (number, weight) = (0L, 1L);
        for (var k = Base; at < label.Length; k += Base)
        {
            var digit = Value(label[at++]);
            number += digit * weight;
            if (digit < 0 || number > MostDelta)
            {
                return -1;
            }

            var threshold = Threshold(k, bias);
            if (digit < threshold)
            {
                return (int)number;
            }

            weight *= Base - threshold;
        }

        return -1;
    }

    private static int WriteText(ReadOnlySpan<int> points, Span<char> destination)
    {
        var length = 0;
        foreach (var point in points)
        {
            var rune = new System.Text.Rune(point);
            if (length + rune.Utf16SequenceLength > destination.Length)
            {
                return -1;
            }

            length += rune.EncodeToUtf16(destination[length..]);
        }

        return length;
    }

    private static int Threshold(int k, int bias) => Math.Clamp(k - bias, LeastThreshold, MostThreshold);

    private static int Adapt(int delta, int count, bool isFirst)
    {
        delta = isFirst ? delta / Damp : delta / 2;
        delta += delta / count;
        var k = 0;
        for (; delta > (Base - LeastThreshold) * MostThreshold / 2; k += Base)
        {
            delta /= Base - LeastThreshold;
        }

        return k + ((Base - LeastThreshold + 1) * delta / (delta + Skew));
    }

    private static char Digit(int value) => (char)(value < 26 ? 'a' + value : '0' + value - 26);

    private static int Value(char c) =>
        char.IsAsciiLetter(c) ? (c | 0x20) - 'a' : char.IsAsciiDigit(c) ? c - '0' + 26 : -1;
}
