namespace CrmMigration.Source;

/// <summary>What is wanted of a connection.</summary>
/// <param name="Connection">The connection's name.</param>
/// <param name="Sessions">There are never more at once.</param>
/// <param name="ReadOnly">A source: every session reads only and has a statement timeout.</param>
internal sealed record DatabaseUse(string Connection, int Sessions, bool ReadOnly = false)
{
    /// <summary>For a look into crm_migration, which has only types that every database has: it need not read first which types there are, which takes longer than the look.</summary>
    public bool OnlyBooks { get; init; }
}
