namespace CrmMigration.Clean;

/// <summary>One word of a name: where it lies in the text, between which commas (0 before the first), and what it can be.</summary>
internal readonly record struct NameToken(int Start, int Length, int Segment, NameWord Word)
{
    public int End => Start + Length;

    public bool Is(NameWord any) => (Word & any) != 0;
}
