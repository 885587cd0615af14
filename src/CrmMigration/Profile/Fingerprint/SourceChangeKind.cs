namespace CrmMigration.Profile;

/// <summary>What of a source table has changed.</summary>
public enum SourceChangeKind
{
    /// <summary>It is gone, or new.</summary>
    Table,

    /// <summary>A column is gone, new, or of another type.</summary>
    Columns,

    /// <summary>It has more or fewer rows; of estimated counts, by more than they may err.</summary>
    Rows,

    /// <summary>Its lowest or highest key is another.</summary>
    Keys,

    /// <summary>As many rows as before, but some were written since.</summary>
    Contents,
}
