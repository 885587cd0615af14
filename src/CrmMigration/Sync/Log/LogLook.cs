using NpgsqlTypes;

namespace CrmMigration.Sync.Log;

/// <summary>What a look at a source's log gave.</summary>
/// <param name="Keys">Null where the horizon has to tell what changed.</param>
/// <param name="Position">All that was committed before it will have arrived with this pass; null: nobody knows.</param>
internal sealed record LogLook(LoggedKeys? Keys, NpgsqlLogSequenceNumber? Position)
{
    /// <summary>Nobody asked.</summary>
    public static LogLook None { get; } = new(null, null);

    /// <summary>The next pass may read on from the position.</summary>
    public bool IsRead { get; init; }

    /// <summary>What the table, and what is published of it, looks like.</summary>
    public string? Shape { get; init; }

    /// <summary>For people, in sentences; null where there is nothing to say.</summary>
    public string? Remark { get; init; }
}
