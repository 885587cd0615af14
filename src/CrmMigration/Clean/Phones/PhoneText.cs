using System.Globalization;

namespace CrmMigration.Clean.Phones;

/// <summary>
/// One spelling for what people write in phone fields: digits of any script as 0 to 9, full-width forms as ASCII, every dash a hyphen, every
/// blank and quote a space, a line break \n, and nothing invisible.
/// </summary>
internal static class PhoneText
{
    /// <summary>A longer text is no phone number, but may hold one.</summary>
    public const int MostCharacters = 250;

    /// <summary>Writes at most as many characters as <paramref name="source"/> has and returns their number.</summary>
    public static int Write(ReadOnlySpan<char> source, Span<char> destination)
    {
        var length = 0;
        foreach (var c in source)
        {
            var sign = c is >= ' ' and < '\x7F' ? Plain(c) : Rare(NormalForm.Narrow(c));
            if (sign != '\0')
            {
                destination[length++] = sign;
            }
        }

        return length;
    }

    public static bool HasDigit(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsDigit(c))
            {
                return true;
            }
        }

        return false;
    }

    private static char Plain(char c) => c is '\'' or '"' or '`' ? ' ' : c;

    private static char Rare(char c) => c switch
    {
        '\r' or '\n' or '\u2028' or '\u2029' => '\n',
        '\u00D7' => 'x',
        '\u2212' or '\u30FC' => '-',
        '\u2053' or '\u223C' => '~',
        '\u00B7' or '\u2022' or '\u30FB' => '.',
        < '\x7F' => c < ' ' ? ' ' : Plain(c),
        _ when char.IsDigit(c) => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)),
        _ when BlankSpace.IsInvisible(c) => '\0',
        _ when BlankSpace.IsBlank(c) => ' ',
        _ => char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.DashPunctuation => '-',
            UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation => ' ',
            _ => c,
        },
    };
}
