namespace CrmMigration.Clean;

/// <summary>One word of a name: where it lies in the text, between which commas (0 before the first), what it can be and is.</summary>
internal record struct NameToken(int Start, int Length, int Segment, NameWord Word)
{
    public NameRole Role { get; set; }

    public readonly bool Is(NameWord any) => (Word & any) != 0;
}
