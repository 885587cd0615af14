namespace CrmMigration.Clean.Names;

/// <summary>One word of a name: where it lies in the text, between which commas (0 before the first), what it can be and is.</summary>
internal struct NameToken
{
    public int Start { get; set; }

    public int Length { get; set; }

    public NameWord Word { get; init; }

    // Small, as all slots of a name are cleared for each name.
    public ushort Segment { get; init; }

    public NameRole Role { get; set; }

    public readonly bool Is(NameWord any) => (Word & any) != 0;
}
