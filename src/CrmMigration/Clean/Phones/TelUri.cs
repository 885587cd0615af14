namespace CrmMigration.Clean.Phones;

/// <summary>
/// The parameters of a tel: URI (RFC 3966) that change how its number is read: phone-context, the prefix that a local number needs, and
/// isub, which is no part of a number.
/// </summary>
internal static class TelUri
{
    private const string Scheme = "tel:";
    private const string Context = ";phone-context=";
    private const string Subaddress = ";isub=";

    public static bool HasContext(ReadOnlySpan<char> text) => text.Contains(Context, StringComparison.Ordinal);

    /// <summary>Writes the number with the prefix of its context; returns its length, 0 for a context that is none.</summary>
    /// <param name="destination">As long as the text.</param>
    public static int WriteWithContext(ReadOnlySpan<char> text, Span<char> destination)
    {
        var at = text.IndexOf(Context);
        var context = text[(at + Context.Length)..];
        context = context.IndexOf(';') is var end && end >= 0 ? context[..end] : context;
        if (!IsPrefix(context) && !IsDomain(context))
        {
            return 0;
        }

        var number = text[..at];
        number = number.IndexOf(Scheme) is var scheme && scheme >= 0 ? number[(scheme + Scheme.Length)..] : number;
        var length = IsPrefix(context) ? context.Length : 0;
        context[..length].CopyTo(destination);
        number.CopyTo(destination[length..]);
        return length + number.Length;
    }

    public static ReadOnlySpan<char> WithoutSubaddress(ReadOnlySpan<char> text) =>
        text.IndexOf(Subaddress) is var at && at > 0 ? text[..at] : text;

    private static bool IsPrefix(ReadOnlySpan<char> context)
    {
        if (!context.StartsWith('+'))
        {
            return false;
        }

        foreach (var c in context[1..])
        {
            if (!char.IsAsciiDigit(c) && c is not ('-' or '.' or '(' or ')'))
            {
                return false;
            }
        }

        return PhoneText.HasDigit(context);
    }

    private static bool IsDomain(ReadOnlySpan<char> context)
    {
        var name = context is [.., '.'] ? context[..^1] : context;
        var last = name[(name.LastIndexOf('.') + 1)..];
        foreach (var label in name.Split('.'))
        {
            if (!IsLabel(name[label]))
            {
                return false;
            }
        }

        return !last.IsEmpty && char.IsAsciiLetter(last[0]);
    }

    private static bool IsLabel(ReadOnlySpan<char> label)
    {
        foreach (var c in label)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '-')
            {
                return false;
            }
        }

        return !label.IsEmpty && label[0] != '-' && label[^1] != '-';
    }
}
