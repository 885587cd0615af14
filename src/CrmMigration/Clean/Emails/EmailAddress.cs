using System.Text;
using CrmMigration.Clean.Emails.Typos;

namespace CrmMigration.Clean.Emails;

/// <summary>
/// An e-mail address as today's mail servers take it: the dot-atom form of RFC 5321 and 5322 with the letters of RFC 6531, and a domain
/// name with at least one dot. Comments and network addresses are valid on paper only and are refused, as are quoted mailboxes unless they
/// are asked for.
/// </summary>
public static class EmailAddress
{
    /// <summary>How many characters longer than its source a cleaned address may be.</summary>
    public const int Growth = 256;

    internal const int LongestMailbox = 64;

    // RFC 5321 allows a path of 256 characters; some servers count the two angle brackets in and some do not, so the longer reading wins.
    internal const int LongestAddress = 256;

    /// <summary>As the overload does, with the default options.</summary>
    public static Cleaned Clean(ReadOnlySpan<char> raw, Span<char> destination) => Clean(raw, destination, default);

    /// <summary>
    /// Trims spaces and invisible marks, takes an address out of what plainly stands around it (<c>email.unwrapped</c>), lowers the domain and
    /// corrects its typos. The mailbox keeps its letter case, which only its own server may judge. A line break makes the value unusable
    /// even at its end: it is the usual trace of two values in one field. Cleaning a cleaned address gives it again.
    /// </summary>
    /// <param name="raw">Any text, of any length.</param>
    /// <param name="destination">At least <see cref="Growth"/> characters longer than <paramref name="raw"/>.</param>
    /// <param name="options">What is left to the plan.</param>
    public static Cleaned Clean(ReadOnlySpan<char> raw, Span<char> destination, EmailOptions options)
    {
        var text = BlankSpace.TrimWithinLine(raw);
        if (BlankSpace.Trim(text).IsEmpty)
        {
            return Cleaned.Blank;
        }

        text.CopyTo(destination);
        if (!Ascii.IsValid(text))
        {
            Narrow(destination[..text.Length]);
        }

        var cleaned = CleanBare(destination, text.Length, options);
        if (cleaned.Rule == EmailRules.BadDots && options.Typos == TypoHandling.Correct)
        {
            return CleanDots(destination, text.Length, options) is var dotless and > 0 ? new(dotless, EmailRules.GmailDots) : cleaned;
        }

        if (cleaned.Length > 0 || !EmailWrapping.TryFind(destination[..text.Length], out var inner))
        {
            return cleaned;
        }

        destination[inner].CopyTo(destination);
        var unwrapped = CleanBare(destination, inner.End.Value - inner.Start.Value, options);
        return unwrapped.Length > 0 ? new(unwrapped.Length, unwrapped.Rule ?? EmailRules.Unwrapped) : cleaned;
    }

    /// <summary>
    /// For a value that <see cref="Clean(ReadOnlySpan{char}, Span{char}, EmailOptions)"/> refused or suspects: the address that was probably
    /// meant, or 0.
    /// </summary>
    /// <param name="destination">At least <see cref="Growth"/> characters longer than <paramref name="raw"/>.</param>
    public static int Suggest(ReadOnlySpan<char> raw, Span<char> destination, EmailOptions options) =>
        EmailSuggestion.Write(raw, destination, options with { Typos = TypoHandling.Correct });

    // A value that is refused stays as it is.
    private static Cleaned CleanBare(Span<char> text, int length, EmailOptions options)
    {
        var address = text[..length];
        var at = MailboxName.Length(address, options.TakesQuoted);
        if ((at < 0 ? EmailRules.NoAt : FindMailboxFault(address, at, options)) is { } fault)
        {
            return new(0, fault);
        }

        var domain = text[(at + 1)..];
        var domainLength = length - at - 1;
        if (DomainName.FindFault(domain[..domainLength]) is { } domainFault)
        {
            return Repair(domain, domainLength, domainFault, options) is var repaired && repaired > 0
                ? new(at + 1 + repaired, EmailRules.DomainTypo)
                : new(0, domainFault);
        }

        DomainName.Lower(domain[..domainLength]);
        return !InternationalDomain.Is(domain[..domainLength]) ? FinishPlain(text, at, length, options)
            : FinishInternational(text, at, length, options.Domain);
    }

    private static Rule? FindMailboxFault(ReadOnlySpan<char> address, int at, EmailOptions options)
    {
        var mailbox = address[..at];
        var fault = mailbox.Length > LongestMailbox || (address.Length > LongestAddress && Ascii.IsValid(address)) ? EmailRules.TooLong
            : options.TakesQuoted && address[0] == '"' ? null
            : MailboxName.FindFault(mailbox);
        return fault is not null && address[(at + 1)..].Contains('@') ? EmailRules.SeveralAts
            : fault ?? (Encoding.UTF8.GetByteCount(mailbox) > LongestMailbox ? EmailRules.TooLong : null);
    }

    private static Cleaned FinishPlain(Span<char> text, int at, int length, EmailOptions options)
    {
        if (options.Typos == TypoHandling.Keep)
        {
            return new(length, null);
        }

        Span<char> meant = stackalloc char[DomainTypo.Longest + DomainTypo.Growth];
        var corrected = DomainTypo.Correct(text[(at + 1)..length], meant);
        if (corrected == 0 || options.Typos == TypoHandling.Suggest)
        {
            return new(length, corrected == 0 ? null : EmailRules.DomainSuspected);
        }

        meant[..corrected].CopyTo(text[(at + 1)..]);
        return new(at + 1 + corrected, EmailRules.DomainTypo);
    }

    private static Cleaned FinishInternational(Span<char> text, int at, int length, DomainForm form)
    {
        Span<char> domain = stackalloc char[2 * InternationalDomain.Longest];
        var composed = text[(at + 1)..length];
        composed = composed[..NormalForm.Write(composed, composed)];
        var written = composed.Length <= InternationalDomain.Longest * 2 ? InternationalDomain.Write(composed, form, domain) : -1;
        if (written < 0)
        {
            return new(0, EmailRules.TooLong);
        }

        domain[..written].CopyTo(text[(at + 1)..]);
        return new(at + 1 + written, null);
    }

    // Google takes no notice of dots, so what other servers would refuse can only have meant one mailbox.
    private static int CleanDots(Span<char> text, int length, EmailOptions options)
    {
        Span<char> address = stackalloc char[LongestAddress + Growth];
        var at = text[..length].IndexOf('@');
        var mailbox = MailboxName.WriteWithoutIdleDots(text[..at], address);
        text[at..length].CopyTo(address[mailbox..]);
        var cleaned = CleanBare(address, mailbox + length - at, options).Length;
        if (cleaned == 0 || address[(mailbox + 1)..cleaned] is not ("gmail.com" or "googlemail.com"))
        {
            return 0;
        }

        address[..cleaned].CopyTo(text);
        return cleaned;
    }

    private static int Repair(Span<char> domain, int length, Rule fault, EmailOptions options)
    {
        if (options.Typos != TypoHandling.Correct || length > DomainTypo.Longest || (fault != EmailRules.BadDomain && fault != EmailRules.NoDotInDomain)
            || !Ascii.IsValid(domain[..length]))
        {
            return 0;
        }

        Span<char> small = stackalloc char[DomainTypo.Longest];
        Span<char> meant = stackalloc char[DomainTypo.Longest + DomainTypo.Growth];
        domain[..length].CopyTo(small);
        DomainName.Lower(small[..length]);
        var repaired = DomainTypo.Repair(small[..length], meant);
        meant[..repaired].CopyTo(domain);
        return repaired;
    }

    // Marks are not composed here: a mailbox may be spelled in either form. The full stops of East Asian keyboards part labels as dots do.
    private static void Narrow(Span<char> address)
    {
        for (var i = 0; i < address.Length; i++)
        {
            address[i] = address[i] is '。' or '｡' ? '.' : NormalForm.Narrow(address[i]);
        }
    }
}
