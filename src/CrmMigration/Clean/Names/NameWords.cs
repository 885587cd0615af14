namespace CrmMigration.Clean.Names;

/// <summary>
/// The words of one name in their order, each with its role once that is known. Of more words than there are slots, the first ones and
/// the very last are kept. One slot stays free for <see cref="Split"/>.
/// </summary>
internal ref struct NameWords(ReadOnlySpan<char> text, Span<NameToken> slots)
{
    private readonly ReadOnlySpan<char> text = text;
    private readonly Span<NameToken> slots = slots;

    /// <summary>Whether the text has a dot, a hyphen or a slash at all.</summary>
    public readonly bool HasSigns { get; } = text.IndexOfAny('.', '-', '/') >= 0;

    public int Count { get; private set; }

    /// <summary>What any of the words can be: most names are done as soon as this is asked.</summary>
    public NameWord Seen { get; private set; }

    /// <summary>How many words and remarks were dropped.</summary>
    public int LeftOut { get; set; }

    /// <summary>The word before which the first semicolon stands; 0 where there is none.</summary>
    public int Semicolon { get; set; }

    /// <summary>A dot between the words, as foreign names have in Chinese and Japanese: given name first.</summary>
    public bool HasMiddleDot { get; set; }

    public readonly ReadOnlySpan<char> FullText => text;

    public readonly ReadOnlySpan<NameToken> All => slots[..Count];

    public readonly ref NameToken this[int at] => ref slots[at];

    public void Add(int start, int length, int segment)
    {
        var token = text.Slice(start, length);
        var word = HasSigns ? FindParts(token) : NameLexicon.Find(token);
        Seen |= word;
        if (Count == slots.Length - 1)
        {
            LeftOut++;
            Count--;
        }

        slots[Count++] = new() { Start = start, Length = length, Word = word, Segment = (ushort)Math.Min(segment, ushort.MaxValue) };
    }

    /// <summary>Drops the words as if they were not there.</summary>
    public void Drop(int from, int to)
    {
        slots[to..Count].CopyTo(slots[from..]);
        Count -= to - from;
        LeftOut += to - from;
    }

    /// <summary>Parts one word into two, the second one <paramref name="gap"/> characters behind the first; once per name.</summary>
    public void Split(int at, int length, int gap)
    {
        slots[at..Count].CopyTo(slots[(at + 1)..]);
        Count++;
        slots[at].Length = length;
        slots[at + 1].Start += length + gap;
        slots[at + 1].Length -= length + gap;
    }

    public readonly void Mark(int from, int to, NameRole role)
    {
        for (var i = from; i < to; i++)
        {
            slots[i].Role = role;
        }
    }

    /// <summary>The place behind the last word before the next comma.</summary>
    public readonly int SegmentEnd(int start)
    {
        var end = start;
        while (end < Count && slots[end].Segment == slots[start].Segment)
        {
            end++;
        }

        return end;
    }

    public readonly ReadOnlySpan<char> Text(int at) => text.Slice(slots[at].Start, slots[at].Length);

    public readonly bool Says(int at, string word) => Text(at).TrimEnd('.').Equals(word, StringComparison.OrdinalIgnoreCase);

    public readonly bool IsInitial(int at) => Text(at).TrimEnd('.').Length == 1;

    public readonly bool IsCapitals(int at) => LetterCase.Of(Text(at)) == LetterCasing.Upper;

    // "Heijdanus-De Boer": a particle after a hyphen takes the next word along. "Magistrate-Judge" is two titles.
    private static NameWord FindParts(ReadOnlySpan<char> word)
    {
        var found = NameLexicon.Find(word);
        var hyphen = word.LastIndexOf('-');
        if (hyphen <= 0 || found != NameWord.None)
        {
            return found;
        }

        var (before, behind) = (NameLexicon.Find(word[..hyphen]), NameLexicon.Find(word[(hyphen + 1)..]));
        return (behind & NameWord.Particle)
            | (((before | behind) & NameWord.Title) != 0 && IsTitle(before) && IsTitle(behind) ? NameWord.Title : NameWord.None);
    }

    private static bool IsTitle(NameWord word) => (word & (NameWord.Title | NameWord.WeakTitle)) != 0;
}
