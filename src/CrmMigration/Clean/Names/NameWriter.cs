namespace CrmMigration.Clean.Names;

/// <summary>Writes the parts of a name whose words have their roles, with one space between the words of a part.</summary>
internal readonly ref struct NameWriter(NameWords words, Span<char> destination, PersonNameColumns columns)
{
    private readonly NameWords words = words;
    private readonly Span<char> destination = destination;
    private readonly PersonNameColumns columns = columns;

    /// <summary>Writes a text that is not to be parted as last name.</summary>
    public static PersonNameParts WriteWhole(ReadOnlySpan<char> text, Span<char> destination, Rule? rule) =>
        HasLetter(text) ? new(0, WriteText(text, destination), rule) : new(0, 0, NameRules.NoLetters);

    /// <summary>Writes a text as it is, each run of blanks as one space, and returns its length: at most that of the text.</summary>
    private static int WriteText(ReadOnlySpan<char> text, Span<char> destination)
    {
        var length = 0;
        foreach (var c in text)
        {
            if (!BlankSpace.IsBlank(c) || c is '\u200C' or '\u200D')
            {
                destination[length++] = c;
            }
            else if (length > 0 && destination[length - 1] != ' ')
            {
                destination[length++] = ' ';
            }
        }

        return length > 0 && destination[length - 1] == ' ' ? length - 1 : length;
    }

    /// <param name="rule">What is doubtful about the name as a whole; told rather than what was left out.</param>
    public PersonNameParts Write(ReadOnlySpan<char> nickname, Rule? rule)
    {
        var first = WriteRole(NameRole.First, 0, 0);
        var particles = WriteRole(NameRole.Particle, first, 0);
        var last = WriteRole(NameRole.Last, first, particles);
        var end = first + last;
        if (!HasLetter(destination[..end]))
        {
            return new PersonNameParts(0, 0, NameRules.NoLetters);
        }

        var isOneCase = LetterCase.Of(destination[..end]) != LetterCasing.Mixed;
        Tidy(0, first, isOneCase);
        Tidy(first, last, isOneCase);
        if (columns == PersonNameColumns.None)
        {
            return new PersonNameParts(first, last, rule ?? RuleOfLoss(nickname));
        }

        var middle = WriteWanted(NameRole.Middle, PersonNameColumns.Middle, end);
        Tidy(end, middle, isOneCase);
        var suffix = WriteWanted(NameRole.Suffix, PersonNameColumns.Suffix, end + middle);
        var title = WriteWanted(NameRole.Title, PersonNameColumns.Title, end + middle + suffix);
        end += middle + suffix + title;
        var called = Wants(PersonNameColumns.Nickname) ? WriteText(nickname, destination[end..]) : 0;
        Tidy(end, called, isOneCase && LetterCase.Of(destination.Slice(end, called)) != LetterCasing.Mixed);
        return new PersonNameParts(first, last, rule ?? RuleOfLoss(nickname))
        {
            MiddleLength = middle,
            SuffixLength = suffix,
            TitleLength = title,
            NicknameLength = called,
        };
    }

    private Rule? RuleOfLoss(ReadOnlySpan<char> nickname)
    {
        var isLoss = words.LeftOut > 0 || (!nickname.IsEmpty && !Wants(PersonNameColumns.Nickname));
        foreach (ref readonly var word in words.All)
        {
            isLoss |= word.Role switch
            {
                NameRole.First or NameRole.Particle or NameRole.Last => false,
                NameRole.Middle => !Wants(PersonNameColumns.Middle),
                NameRole.Suffix => !Wants(PersonNameColumns.Suffix),
                NameRole.Title => !Wants(PersonNameColumns.Title),
                _ => true,
            };
        }

        return isLoss ? NameRules.PartsLeftOut : null;
    }

    private bool Wants(PersonNameColumns part) => (columns & part) != 0;

    private int WriteWanted(NameRole role, PersonNameColumns part, int start) => Wants(part) ? WriteRole(role, start, 0) : 0;

    // Goes on behind `length` characters that stand at `start` already.
    private int WriteRole(NameRole role, int start, int length)
    {
        var part = destination[start..];
        foreach (ref readonly var word in words.All)
        {
            if (word.Role != role)
            {
                continue;
            }

            if (length > 0)
            {
                part[length++] = ' ';
            }

            words.FullText.Slice(word.Start, word.Length).CopyTo(part[length..]);
            length += word.Length;
        }

        return length;
    }

    private void Tidy(int start, int length, bool isOneCase)
    {
        if (isOneCase)
        {
            LetterCase.Tidy(destination.Slice(start, length));
        }
    }

    private static bool HasLetter(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (char.IsLetter(c) || char.IsSurrogate(c))
            {
                return true;
            }
        }

        return false;
    }
}
