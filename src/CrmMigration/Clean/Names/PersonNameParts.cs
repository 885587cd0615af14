namespace CrmMigration.Clean.Names;

/// <summary>
/// Where the parts of a cleaned name lie in the destination: first, last, middle, suffix, title and nickname, one after the other,
/// nothing between them. A length of 0 means NULL, also for a part that was not asked for. <see cref="Rule"/> names what was lost or is
/// doubtful, as in <see cref="Cleaned"/>.
/// </summary>
public readonly record struct PersonNameParts(int FirstLength, int LastLength, Rule? Rule)
{
    public int MiddleLength { get; init; }

    public int SuffixLength { get; init; }

    public int TitleLength { get; init; }

    public int NicknameLength { get; init; }

    public Range First => 0..FirstLength;

    public Range Last => Behind(FirstLength, LastLength);

    public Range Middle => Behind(FirstLength + LastLength, MiddleLength);

    public Range Suffix => Behind(Middle.End.Value, SuffixLength);

    public Range Title => Behind(Suffix.End.Value, TitleLength);

    public Range Nickname => Behind(Title.End.Value, NicknameLength);

    private static Range Behind(int start, int length) => start..(start + length);
}
