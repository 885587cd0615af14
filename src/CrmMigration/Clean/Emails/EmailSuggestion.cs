using System.Buffers;
using CrmMigration.Clean.Emails.Typos;

namespace CrmMigration.Clean.Emails;

/// <summary>
/// What an unusable address probably was meant to be, for a person to accept: the first of several, "(at)" for the @, dots and spaces too
/// many, an ending left out.
/// </summary>
internal static class EmailSuggestion
{
    // A longer value is a note, and no address.
    private const int Longest = 512;

    private static readonly SearchValues<char> Partings = SearchValues.Create(",;|\r\n\t");

    private static readonly (string Word, string Sign)[] Words =
    [
        ("(at)", "@"), ("[at]", "@"), ("{at}", "@"), (" at ", "@"), ("_at_", "@"), ("(dot)", "."), ("[dot]", "."), (" dot ", "."),
        ("(punkt)", "."), ("(ät)", "@"), ("@@", "@"), ("http://", ""), ("https://", ""), ("www.", ""),
    ];

    /// <summary>Writes the suggestion and returns its length; 0 where there is none.</summary>
    public static int Write(ReadOnlySpan<char> raw, Span<char> destination, EmailOptions options)
    {
        var text = BlankSpace.Trim(raw);
        if (text.IsEmpty || text.Length > Longest)
        {
            return 0;
        }

        var length = EmailAddress.Clean(text, destination, options).Length;
        return length > 0 ? length
            : Clean(Tidy(FirstOf(text.ToString())), destination, options);
    }

    private static int Clean(string candidate, Span<char> destination, EmailOptions options)
    {
        Span<char> address = new char[candidate.Length + EmailAddress.Growth];
        address = address[..EmailAddress.Clean(candidate, address, options).Length];
        return address.TryCopyTo(destination) ? address.Length : 0;
    }

    // The first piece that has an @, where several addresses are parted plainly.
    private static string FirstOf(string text)
    {
        if (text.Count(c => c == '@') < 2)
        {
            return text;
        }

        var pieces = text.AsSpan();
        foreach (var range in pieces.SplitAny(Partings))
        {
            if (pieces[range].Count('@') == 1)
            {
                return pieces[range].ToString();
            }
        }

        return text.Split([" / ", "/", " and ", " or ", " und ", " oder ", " et ", " y ", " "], StringSplitOptions.RemoveEmptyEntries)
            .FirstOrDefault(piece => piece.Count(c => c == '@') == 1) ?? text;
    }

    private static string Tidy(string text)
    {
        var address = WithoutComment(text).Trim();
        foreach (var (word, sign) in Words)
        {
            address = address.Replace(word, sign, StringComparison.OrdinalIgnoreCase);
        }

        address = WithoutSpaces(address);
        var at = address.IndexOf('@', StringComparison.Ordinal);
        if (at < 0)
        {
            return WithAt(address);
        }

        var (mailbox, domain) = (Dots(address[..at]), Dots(address[(at + 1)..].Replace(',', '.')));
        return MailProviders.Find(domain.ToLowerInvariant()) is { Reach: > 0 } provider
            ? $"{mailbox}@{provider.Name}.{provider.Endings[0]}"
            : $"{mailbox}@{domain}";
    }

    // "jane@example.org (office)"
    private static string WithoutComment(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        return open > text.IndexOf('@', StringComparison.Ordinal) && text.Contains('@', StringComparison.Ordinal) && text.EndsWith(')') ? text[..open] : text;
    }

    // Spaces beside the @ or a dot are slips; any other may part two things.
    private static string WithoutSpaces(string text)
    {
        foreach (var sign in new[] { "@", ".", "-", "_" })
        {
            text = string.Join(sign, text.Split(sign).Select(part => part.Trim()));
        }

        return text;
    }

    private static string Dots(string part) => string.Join('.', part.Split('.', StringSplitOptions.RemoveEmptyEntries));

    // "jane.gmail.com"
    private static string WithAt(string text)
    {
        for (var dot = text.LastIndexOf('.'); dot > 0; dot = text.LastIndexOf('.', dot - 1))
        {
            if (MailProviders.Know(text[(dot + 1)..].ToLowerInvariant()))
            {
                return $"{text[..dot]}@{text[(dot + 1)..]}";
            }
        }

        return text;
    }
}
