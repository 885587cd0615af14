namespace CrmMigration.Clean.Names;

/// <summary>
/// Cuts a name into words. Nicknames in brackets or quotes are taken out; a word holds at least one letter or digit, or joins persons
/// (&amp;).
/// </summary>
internal ref struct NameReading(ReadOnlySpan<char> text, Span<NameToken> slots)
{
    private readonly ReadOnlySpan<char> text = text;
    private NameWords words = new(text, slots);
    private int segment;

    /// <summary>What was read; nothing before <see cref="Read"/>.</summary>
    public readonly NameWords Words => words;

    /// <summary>Where the first nickname lies, without its quotes; empty where there is none.</summary>
    public Range Nickname { get; private set; }

    /// <summary>Whether anything stood in brackets or quotes.</summary>
    public bool HasNickname { get; private set; }

    public void Read(bool keepNicknames)
    {
        var quotes = new NicknameQuotes(text);
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiLetter(c) || (c < 0x80 ? IsSignOfWord(c) : IsForeignLetter(i)))
            {
                continue;
            }

            if (c is '\'' or '’' or '‘' && !(i == start && quotes.Opens(i)))
            {
                continue;
            }

            AddWords(start, i);
            StartSegment(c);
            if (!keepNicknames && quotes.TryFindEnd(i, out var end))
            {
                TakeNickname(i + 1, end);
                i = end;
            }
            else if (c == '\\' && i + 1 < text.Length && text[i + 1] is 'n' or 'r' or 't')
            {
                i++;
            }

            start = i + 1;
        }

        AddWords(start, text.Length);
    }

    // A backslash is the blank that an export has spelled out ("\n").
    private static bool IsSignOfWord(char c) =>
        c > ' ' && c is not (',' or ';' or '_' or '\'' or '\\' or '\x7F') && !NicknameQuotes.IsQuote(c);

    private bool IsForeignLetter(int at)
    {
        var c = text[at];
        return char.IsLetter(c) || !((BlankSpace.IsBlank(c) && c is not ('\u200C' or '\u200D')) || IsForeignDot(at)
            || c is '’' or '‘' or '،' or '、' or '؛' || NicknameQuotes.IsQuote(c));
    }

    // ジョン・スミス and 约翰·史密斯, but not Gal·la.
    private bool IsForeignDot(int at)
    {
        var isDot = text[at] is '・' or '･' || (text[at] is '·' or '•' && at > 0 && EasternName.IsEastern(text[at - 1]));
        words.HasMiddleDot |= isDot;
        return isDot;
    }

    private void StartSegment(char c)
    {
        if (words.Count > 0 && c is ',' or ';' or '،' or '、' or '؛' && words[words.Count - 1].Segment == segment)
        {
            segment++;
            words.Semicolon = c is ';' or '؛' && words.Semicolon == 0 ? words.Count : words.Semicolon;
        }
    }

    private void TakeNickname(int start, int end)
    {
        HasNickname = true;
        while (start < end && !char.IsLetterOrDigit(text[start]))
        {
            start++;
        }

        while (start < end && !char.IsLetterOrDigit(text[end - 1]))
        {
            end--;
        }

        if (start == end || Nickname.End.Value > 0 || IsRemark(text[start..end]))
        {
            words.LeftOut++;
            return;
        }

        Nickname = start..end;
    }

    // "(née Jones)"
    private static bool IsRemark(ReadOnlySpan<char> text) =>
        text.IndexOf(' ') is var space and > 0 && (NameLexicon.Find(text[..space]) & NameWord.Remark) != 0;

    private void AddWords(int start, int end)
    {
        while (start < end && (text[start] == '.' || IsOrnament(text[start])))
        {
            start++;
        }

        while (start < end && IsOrnament(text[end - 1]))
        {
            end--;
        }

        while (words.HasSigns && words.Count < 3 && GluedLength(start, end) is var glued && glued > 0)
        {
            Add(start, start + glued);
            start += glued;
        }

        Add(start, end);
    }

    // "J.Smith", "J.R.Smith" and "Dr.Smith" lack a space: titles or single letters with dots, then at least three more letters. Only
    // the first words are looked at, so that the result outgrows the text by little.
    private readonly int GluedLength(int start, int end)
    {
        var at = start;
        while (at + 1 < end && text[at + 1] == '.' && char.IsLetter(text[at]))
        {
            at += 2;
        }

        var dot = at == start ? text[start..end].IndexOf('.') : -1;
        at = dot > 0 && (NameLexicon.Find(text.Slice(start, dot)) & NameWord.Title) != 0
            && NameLexicon.Find(text[start..end]) == NameWord.None ? start + dot + 1 : at;
        return end - at >= 3 ? at - start : 0;
    }

    private static bool IsOrnament(char c) => c is '-' or '*' or '#' or '!' or '?' or '~' or '|' or '=' or '<' or '>' or '^';

    private void Add(int start, int end)
    {
        if (start == end || !HoldsWord(text[start..end]))
        {
            return;
        }

        // "John Smith 2"
        if (words.Count > 1 && char.IsAsciiDigit(text[start]) && AsciiDigits.AreAll(text[start..end]))
        {
            words.LeftOut++;
            return;
        }

        words.Add(start, end - start, segment);
    }

    private static bool HoldsWord(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is '&' or '+' || (c == '/' && word.Length == 1))
            {
                return true;
            }
        }

        return false;
    }
}
