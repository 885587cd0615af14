namespace CrmMigration.Source;

/// <summary>A row of an entity: the position of its source in the plan, and its key there. Orders by both.</summary>
internal readonly record struct RowId(int Source, SourceKey Key) : IComparable<RowId>
{
    public int CompareTo(RowId other) => Source == other.Source ? Key.CompareTo(other.Key) : Source.CompareTo(other.Source);
}
