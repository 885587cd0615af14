namespace CrmMigration.Plan;

/// <summary>What a table's server says of its log, as far as a sync may read changes of the table from it.</summary>
public record LiveLog
{
    /// <summary>Of the server; only <c>logical</c> tells of rows.</summary>
    public string WalLevel { get; init; } = "";

    /// <summary>The server follows another one.</summary>
    public bool InRecovery { get; init; }

    /// <summary>The role has REPLICATION or is a superuser, without which no slot may be read.</summary>
    public bool MayReplicate { get; init; }

    /// <summary>The table's changes are in the log: it is not unlogged.</summary>
    public bool IsLogged { get; init; }

    /// <summary>Publications that tell of its inserts, updates, deletes and truncations, under its own name.</summary>
    public string[] Publications { get; init; } = [];

    /// <summary>Slots of its database that speak pgoutput.</summary>
    public string[] Slots { get; init; } = [];

    /// <summary>Columns that the log gives of rows that are deleted.</summary>
    public string[] Identity { get; init; } = [];

    /// <summary>max_slot_wal_keep_size is -1: a slot that nobody reads fills the server's disk.</summary>
    public bool KeepsWithoutLimit { get; init; }
}
