namespace CrmMigration.Clean.Text;

/// <summary>Text that is written piece by piece into room of a fixed size; what does not fit fills it up for good.</summary>
internal ref struct BoundedText(Span<char> room)
{
    private readonly Span<char> room = room;

    public int Length { get; private set; }

    /// <summary>Something did not fit.</summary>
    public bool IsFull { get; private set; }

    public void Add(ReadOnlySpan<char> piece)
    {
        IsFull |= piece.Length > room.Length - Length;
        if (!IsFull)
        {
            piece.CopyTo(room[Length..]);
            Length += piece.Length;
        }
    }
}
