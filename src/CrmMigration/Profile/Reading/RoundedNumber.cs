using System.Text;

namespace CrmMigration.Profile.Reading;

/// <summary>A number to three significant digits: the smallest and the largest of a column are single rows' values, and theirs alone.</summary>
internal static class RoundedNumber
{
    private const int Digits = 3;

    /// <summary>Cut towards zero, not rounded: <c>1234567.89</c> reads <c>1230000</c>. Anything but a decimal number stays as it is up to its exponent.</summary>
    public static string Of(string number)
    {
        var (mantissa, exponent) = number.IndexOf('e', StringComparison.Ordinal) is > 0 and var at ? (number[..at], number[at..]) : (number, "");
        var written = new StringBuilder();
        var (significant, fraction) = (0, false);
        foreach (var c in mantissa)
        {
            if (!char.IsAsciiDigit(c))
            {
                fraction |= c == '.';
                written.Append(c);
                continue;
            }

            var counts = significant > 0 || c != '0';
            significant += counts ? 1 : 0;
            if (significant <= Digits || !fraction)
            {
                written.Append(significant <= Digits ? c : '0');
            }
        }

        var text = written.ToString();
        return (text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text) + exponent;
    }
}
