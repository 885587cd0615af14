using System.Text;

namespace CrmMigration.Clean.Emails;

/// <summary>
/// The two forms of an internationalized domain name, label by label. Labels are compared in small, composed letters (NFC), as IDNA has
/// it; a label in Punycode that does not stand for such letters stays as it is.
/// </summary>
internal static class InternationalDomain
{
    /// <summary>The most characters that a domain name has in ASCII, and half of what it may have as text.</summary>
    public const int Longest = 253;

    private const string Prefix = "xn--";

    /// <summary>Whether the name has two forms at all.</summary>
    public static bool Is(ReadOnlySpan<char> domain) =>
        !Ascii.IsValid(domain) || domain.Contains(Prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>Writes the domain in that form and returns its length; -1 where its ASCII form is longer than a domain may be.</summary>
    /// <param name="domain">Well formed and in small letters.</param>
    /// <param name="destination">At least twice <see cref="Longest"/>.</param>
    public static int Write(ReadOnlySpan<char> domain, DomainForm form, Span<char> destination)
    {
        Span<char> buffer = stackalloc char[DomainName.LongestLabel * 2];
        var (length, asciiLength) = (0, -1);
        foreach (var range in domain.Split('.'))
        {
            var label = domain[range];
            var ascii = ToAscii(label, buffer);
            asciiLength += ascii + 1;
            if (ascii < 0 || asciiLength > Longest)
            {
                return -1;
            }

            if (length > 0)
            {
                destination[length++] = '.';
            }

            length += WriteLabel(label, buffer[..ascii], form, destination[length..]);
        }

        return length;
    }

    private static int WriteLabel(ReadOnlySpan<char> label, ReadOnlySpan<char> ascii, DomainForm form, Span<char> destination)
    {
        var text = form == DomainForm.Unicode ? ToText(label, destination) : -1;
        if (text >= 0)
        {
            return text;
        }

        ascii.CopyTo(destination);
        return ascii.Length;
    }

    private static int ToAscii(ReadOnlySpan<char> label, Span<char> destination)
    {
        if (Ascii.IsValid(label))
        {
            label.CopyTo(destination);
            return label.Length;
        }

        Prefix.CopyTo(destination);
        var length = Punycode.Encode(label, destination[Prefix.Length..DomainName.LongestLabel]);
        return length < 0 ? -1 : Prefix.Length + length;
    }

    // -1 where the label is to stay in ASCII.
    private static int ToText(ReadOnlySpan<char> label, Span<char> destination)
    {
        if (!Ascii.IsValid(label))
        {
            label.CopyTo(destination);
            return label.Length;
        }

        if (!label.StartsWith(Prefix))
        {
            return -1;
        }

        var length = Punycode.Decode(label[Prefix.Length..], destination);
        return length > 0 && IsPlain(destination[..length]) && IsSame(destination[..length], label) ? length : -1;
    }

    // Letters, marks and digits, small and composed, as they come in when they are written as text.
    private static bool IsPlain(ReadOnlySpan<char> text)
    {
        Span<char> again = stackalloc char[DomainName.LongestLabel * 2];
        text.CopyTo(again);
        DomainName.Lower(again[..text.Length]);
        return text.SequenceEqual(again[..text.Length]) && text.SequenceEqual(again[..NormalForm.Write(text, again)])
            && DomainName.FindLabelFault(text) is null;
    }

    private static bool IsSame(ReadOnlySpan<char> text, ReadOnlySpan<char> label)
    {
        Span<char> ascii = stackalloc char[DomainName.LongestLabel * 2];
        return ToAscii(text, ascii) is var length && length > 0 && label.SequenceEqual(ascii[..length]);
    }
}
