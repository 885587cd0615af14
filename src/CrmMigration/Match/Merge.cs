namespace CrmMigration.Match;

/// <summary>A row that gives way, and the row that stays in its place.</summary>
internal sealed record Merge(PlacedKey Member, PlacedKey Survivor) : IComparable<Merge>
{
    /// <summary>By the member's key.</summary>
    public int CompareTo(Merge? other) => Member.Key.CompareTo(other!.Member.Key);
}
