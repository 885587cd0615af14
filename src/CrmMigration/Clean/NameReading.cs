namespace CrmMigration.Clean;

/// <summary>
/// Cuts a name into words. Nicknames in brackets or quotes are taken out; a word holds at least one letter or digit, or joins persons
/// (&amp;). Of a name with more words than there are slots, the first ones and the very last are kept, and the rest counted.
/// </summary>
internal ref struct NameReading(ReadOnlySpan<char> text, Span<NameToken> slots)
{
    private readonly ReadOnlySpan<char> text = text;
    private readonly Span<NameToken> slots = slots;
    private int count;
    private int segment;

    public readonly ReadOnlySpan<NameToken> Tokens => slots[..count];

    /// <summary>How many words and nicknames are not among <see cref="Tokens"/>.</summary>
    public int LeftOut { get; private set; }

    public void Read(bool keepNicknames)
    {
        var quotes = new NicknameQuotes(text);
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (IsLetterOfWord(c) || (c is '\'' or '’' or '‘' && !(i == start && quotes.Opens(i))))
            {
                continue;
            }

            AddWords(start, i);
            segment += count > 0 && c is ',' or ';' && slots[count - 1].Segment == segment ? 1 : 0;
            if (!keepNicknames && quotes.TryFindEnd(i, out var end))
            {
                LeftOut++;
                i = end;
            }

            start = i + 1;
        }

        AddWords(start, text.Length);
    }

    private static bool IsLetterOfWord(char c) =>
        c < 0x80 ? c > ' ' && c is not (',' or ';' or '\'' or '\x7F') && !NicknameQuotes.IsQuote(c)
        : !(BlankSpace.IsBlank(c) && c is not ('\u200C' or '\u200D')) && !NicknameQuotes.IsQuote(c);

    private void AddWords(int start, int end)
    {
        while (start < end && text[start] is '.' or '-' or '_' or '/')
        {
            start++;
        }

        while (start < end && text[end - 1] is '-' or '_' or '/')
        {
            end--;
        }

        var rest = count == 0 ? StartAfterInitials(start, end) : start;
        if (rest > start)
        {
            Add(start, rest);
        }

        Add(rest, end);
    }

    // "J.Smith" and "J.R.Smith" lack a space: single letters with dots, then at least three more letters. Only the first word is
    // looked at, so that the result outgrows the text by one space at most.
    private readonly int StartAfterInitials(int start, int end)
    {
        var at = start;
        while (at + 1 < end && text[at + 1] == '.' && char.IsLetter(text[at]))
        {
            at += 2;
        }

        return end - at >= 3 ? at : start;
    }

    private void Add(int start, int end)
    {
        if (start >= end || !HoldsWord(text[start..end]))
        {
            return;
        }

        var token = new NameToken(start, end - start, segment, Find(text[start..end]));
        if (count == slots.Length)
        {
            LeftOut++;
            count--;
        }

        slots[count++] = token;
    }

    // "Heijdanus-De Boer": a particle after a hyphen takes the next word along.
    private static NameWord Find(ReadOnlySpan<char> word)
    {
        var hyphen = word.LastIndexOf('-');
        return NameLexicon.Find(word) | (hyphen > 0 ? NameLexicon.Find(word[(hyphen + 1)..]) & NameWord.Particle : NameWord.None);
    }

    private static bool HoldsWord(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is '&' or '+')
            {
                return true;
            }
        }

        return false;
    }
}
