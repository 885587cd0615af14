using System.Collections.Frozen;

namespace CrmMigration.Clean.Places;

/// <summary>The postal codes of one country: reads them with any spacing and letter case and writes them the usual way.</summary>
internal sealed class PostalCode
{
    /// <summary>The longest code with its country before it, however spaced.</summary>
    private const int LongestText = 40;
    private const int LongestCode = 16;

    private static readonly FrozenDictionary<string, PostalCode> ByCountry = ReadAll().ToFrozenDictionary(StringComparer.Ordinal);

    private readonly string[] marks;
    private readonly string[] forms;
    private readonly bool mayBeginWithZero;

    private PostalCode(string[] marks, string[] forms, bool mayBeginWithZero)
    {
        this.marks = marks;
        this.forms = forms;
        this.mayBeginWithZero = mayBeginWithZero;
    }

    /// <summary>The countries whose codes are known, ISO 3166-1.</summary>
    public static IReadOnlyCollection<string> Countries => ByCountry.Keys;

    /// <summary>Characters of the longest code.</summary>
    public int Longest => forms.Max(form => form.Length);

    /// <summary>Null for a country without postal codes, or whose codes are not known.</summary>
    public static PostalCode? Of(string iso2) => ByCountry.GetValueOrDefault(iso2);

    /// <summary>The code's length; 0 for what is none.</summary>
    public int Write(ReadOnlySpan<char> text, Span<char> destination)
    {
        Span<char> letters = stackalloc char[LongestText];
        var bare = letters[..(text.EndsWith(".0") ? 0 : Bare(text, letters))];
        foreach (var mark in marks.AsSpan())
        {
            if (bare.StartsWith(mark) && bare.Length > mark.Length && char.IsAsciiDigit(bare[mark.Length]) && Fit(bare[mark.Length..], destination) is var rest && rest > 0)
            {
                return rest;
            }
        }

        return Fit(bare, destination);
    }

    /// <summary>What the code probably was before a spreadsheet took its first zero or made a fraction of it, or O was typed for 0.</summary>
    public int Guess(ReadOnlySpan<char> text, Span<char> destination)
    {
        if (text.EndsWith(".0") && Guess(text[..^2], destination) is var whole && whole > 0)
        {
            return whole;
        }

        Span<char> letters = stackalloc char[LongestText];
        var length = Bare(text, letters[1..]);
        letters[0] = '0';
        return Write(text, destination) is var right && right > 0 ? right
            : mayBeginWithZero && length > 1 && Fit(letters[..(length + 1)], destination) is var padded && padded > 0 ? padded
            : FitAlike(letters.Slice(1, length), destination);
    }

    // Letters and digits as ASCII capitals; empty where anything but blanks, dots and dashes stands between them.
    private static int Bare(ReadOnlySpan<char> text, Span<char> letters)
    {
        var length = 0;
        foreach (var sign in text)
        {
            var c = NormalForm.Narrow(sign);
            if (char.IsAsciiLetterOrDigit(c) && length < letters.Length)
            {
                letters[length++] = char.ToUpperInvariant(c);
            }
            else if (!(BlankSpace.IsBlank(c) || c is '.' or '-' or '‐' or '‑' or '–' or '—' or '−' or '·' or '〒'))
            {
                return 0;
            }
        }

        return length;
    }

    private int Fit(ReadOnlySpan<char> bare, Span<char> destination)
    {
        foreach (var form in bare.IsEmpty ? [] : forms)
        {
            if (Fit(bare, form, destination) is var length && length > 0)
            {
                return length;
            }
        }

        return 0;
    }

    private static int Fit(ReadOnlySpan<char> bare, string form, Span<char> destination)
    {
        var (place, length) = (0, 0);
        foreach (var sign in form)
        {
            var isThere = place < bare.Length;
            if (sign is 'N' or 'A' or 'C' or 'X')
            {
                if (!isThere || !Fits(bare[place], sign))
                {
                    return 0;
                }

                destination[length++] = bare[place++];
                continue;
            }

            var literal = char.ToUpperInvariant(sign);
            place += char.IsAsciiLetterOrDigit(literal) && isThere && bare[place] == literal ? 1 : 0;
            destination[length++] = literal == '_' ? ' ' : literal;
        }

        return place == bare.Length ? length : 0;
    }

    private static bool Fits(char c, char sign) => sign switch
    {
        'N' => char.IsAsciiDigit(c),
        'A' => char.IsAsciiLetterUpper(c),
        'C' => char.IsAsciiLetterUpper(c) && c is not ('D' or 'F' or 'I' or 'O' or 'Q' or 'U'),
        _ => true,
    };

    // Each letter that looks like a digit, and each digit that looks like a letter, as what the form has there.
    private int FitAlike(Span<char> bare, Span<char> destination)
    {
        Span<char> changed = stackalloc char[LongestCode];
        foreach (var form in bare.IsEmpty ? [] : forms)
        {
            var signs = form.Where(sign => sign is 'N' or 'A' or 'C' or 'X').ToArray();
            if (signs.Length != bare.Length || bare.Length > changed.Length)
            {
                continue;
            }

            for (var i = 0; i < signs.Length; i++)
            {
                changed[i] = Fits(bare[i], signs[i]) ? bare[i] : Alike(bare[i]);
            }

            if (Fit(changed[..signs.Length], form, destination) is var length && length > 0)
            {
                return length;
            }
        }

        return 0;
    }

    private static char Alike(char c) => c switch
    {
        'O' => '0',
        '0' => 'O',
        'I' or 'L' => '1',
        '1' => 'I',
        _ => c,
    };

    private static IEnumerable<KeyValuePair<string, PostalCode>> ReadAll()
    {
        foreach (var columns in PostalCodes.Text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Split(' ')))
        {
            var countries = columns[0].TrimEnd('0').Split(',');
            foreach (var iso2 in countries)
            {
                string[] marks = [.. columns[1].Split(',').Where(mark => mark != "-"), iso2];
                yield return new(iso2, new(marks, columns[2..], columns[0].EndsWith('0')));
            }
        }
    }
}
