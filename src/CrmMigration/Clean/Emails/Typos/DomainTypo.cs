namespace CrmMigration.Clean.Emails.Typos;

/// <summary>
/// Corrects what hands do to the domains of the great providers (gmial.com, hotmail.con, yahoo.couk), and to the commonest endings of any
/// domain where what was written does not exist (.con). A domain that a provider has, or that may be somebody's, stays: a customer's
/// address is changed only where nothing else can have been meant.
/// </summary>
internal static class DomainTypo
{
    /// <summary>The longest domain that is looked at.</summary>
    public const int Longest = 64;

    /// <summary>How many characters longer than the domain its correction may be.</summary>
    public const int Growth = 8;

    private const int LongEnough = 6;

    // With its first dot: ".com.au" and what a slip adds; ".com.com".
    private const int LongestEnding = 9;

    private static readonly string[] Endings = ["com", "net", "org"];

    /// <summary>False only where <see cref="Correct"/> would find nothing; most domains are done by this.</summary>
    /// <param name="domain">A domain name in small ASCII letters.</param>
    public static bool MayBe(ReadOnlySpan<char> domain)
    {
        if (domain.Length > Longest || MailProviders.Know(domain))
        {
            return false;
        }

        var name = domain[..domain.IndexOf('.')];
        var ending = domain[(domain.LastIndexOf('.') + 1)..];
        return ending is "om" or "et" || !TopLevels.Exists(ending) || name is "www"
            || (domain.Length - name.Length <= LongestEnding
                && (MailProviders.Find(name) is { } provider ? provider.Reach > 0 : ProviderGuess.Find(name) is not null));
    }

    /// <summary>Writes the domain that was meant and returns its length; 0 where it is no typo, or none that is certain.</summary>
    /// <param name="domain">A domain name in small ASCII letters.</param>
    /// <param name="destination">At least <see cref="Growth"/> characters longer.</param>
    public static int Correct(ReadOnlySpan<char> domain, Span<char> destination)
    {
        // A second slip may show behind the first: gmail.com.con.
        Span<char> again = stackalloc char[Longest + Growth];
        var length = CorrectOnce(domain, destination);
        for (var next = length; next is > 0 and <= Longest; next = CorrectOnce(again[..length], destination))
        {
            length = next;
            destination[..length].CopyTo(again);
        }

        again[..length].CopyTo(destination);
        return length;
    }

    /// <summary>
    /// As <see cref="Correct"/>, for what is no domain name: without its dot (gmailcom), with a comma for it, with two, or with the key
    /// beside the M at the end (gmail.co&lt;).
    /// </summary>
    public static int Repair(ReadOnlySpan<char> text, Span<char> destination)
    {
        if (text.Length is < 4 or > Longest)
        {
            return 0;
        }

        if (text[^1] is '<' or '>' && text[..^1].EndsWith(".co"))
        {
            return DomainName.FindFault(text[..^1]) is null ? WriteCorrected(text[..^4], "com", destination) : 0;
        }

        var length = WriteDots(text, destination);
        if (length < text.Length || text.Contains(','))
        {
            return MailProviders.Know(destination[..length]) ? length : 0;
        }

        foreach (var provider in MailProviders.Guessed)
        {
            var ending = provider.Endings[0];
            if (text.Length == provider.Name.Length + ending.Length && text.StartsWith(provider.Name) && text.EndsWith(ending))
            {
                return Write(provider.Name, ending, destination);
            }
        }

        return 0;
    }

    private static int CorrectOnce(ReadOnlySpan<char> domain, Span<char> destination)
    {
        if (!MayBe(domain))
        {
            return 0;
        }

        if (domain.StartsWith("www.") && MailProviders.Know(domain[4..]))
        {
            return Write(domain[4..], default, destination);
        }

        var dot = domain.IndexOf('.');
        var length = domain.Length - dot <= LongestEnding ? OfProvider(domain[..dot], domain[(dot + 1)..], destination) : 0;
        return length > 0 && !domain.SequenceEqual(destination[..length]) ? length
            : MailProviders.Find(domain[..dot])?.Has(domain[(dot + 1)..]) == true ? 0
            : OfDot(domain, destination) is var shifted && shifted > 0 ? shifted
            : OfEnding(domain, destination);
    }

    private static int OfProvider(ReadOnlySpan<char> name, ReadOnlySpan<char> ending, Span<char> destination)
    {
        var exact = MailProviders.Find(name);
        if ((exact ?? ProviderGuess.Find(name)) is not { } provider)
        {
            return 0;
        }

        if (provider.Has(ending))
        {
            return Write(provider.Name, ending, destination);
        }

        return ending.EndsWith(".com") && provider.Has(ending[..^4]) ? Write(provider.Name, ending[..^4], destination)
            : EndingSlip.Find(ending, provider, exact is not null) is { } meant ? Write(provider.Name, meant, destination)
            : 0;
    }

    // The dot one place too early or too late: "gmailc.om", "gmail.co.m".
    private static int OfDot(ReadOnlySpan<char> domain, Span<char> destination)
    {
        var last = domain.LastIndexOf('.');
        var before = domain[..last].LastIndexOf('.');
        var name = domain[..last];
        var ending = domain[(last + 1)..];
        var label = name[(before + 1)..];
        if (before > 0 && Joined(label, ending) is { } whole)
        {
            return Write(domain[..before], whole, destination);
        }

        if (before >= 0 || label.Length < 3 || Joined(label[^1..], ending) is not { } meant)
        {
            return 0;
        }

        var length = OfProvider(name[..^1], meant, destination);
        return length > 0 ? length : name.Length > LongEnough ? Write(name[..^1], meant, destination) : 0;
    }

    private static int OfEnding(ReadOnlySpan<char> domain, Span<char> destination)
    {
        var last = domain.LastIndexOf('.');
        return EndingSlip.Find(domain[(last + 1)..]) is { } meant ? Write(domain[..last], meant, destination) : 0;
    }

    // The ending that the two parts make together.
    private static string? Joined(ReadOnlySpan<char> start, ReadOnlySpan<char> rest)
    {
        foreach (var ending in Endings)
        {
            if (start.Length + rest.Length == ending.Length && ending.StartsWith(start) && ending.EndsWith(rest))
            {
                return ending;
            }
        }

        return null;
    }

    private static int WriteDots(ReadOnlySpan<char> text, Span<char> destination)
    {
        var length = 0;
        foreach (var c in text)
        {
            var sign = c == ',' ? '.' : c;
            if (sign != '.' || length == 0 || destination[length - 1] != '.')
            {
                destination[length++] = sign;
            }
        }

        return length;
    }

    private static int WriteCorrected(ReadOnlySpan<char> name, ReadOnlySpan<char> ending, Span<char> destination)
    {
        Span<char> domain = stackalloc char[Longest + Growth];
        domain = domain[..Write(name, ending, domain)];
        return Correct(domain, destination) is var length and > 0 ? length : Write(name, ending, destination);
    }

    private static int Write(ReadOnlySpan<char> name, ReadOnlySpan<char> ending, Span<char> destination)
    {
        name.CopyTo(destination);
        if (ending.IsEmpty)
        {
            return name.Length;
        }

        destination[name.Length] = '.';
        ending.CopyTo(destination[(name.Length + 1)..]);
        return name.Length + 1 + ending.Length;
    }
}
