using NpgsqlTypes;

namespace CrmMigration.Sync.Log;

/// <summary>What a look at a source's log gave.</summary>
/// <param name="Keys">Null where the horizon has to tell what changed.</param>
/// <param name="Position">All that was committed before it will have arrived with this pass; null: nobody knows.</param>
/// <param name="Remark">For people, in sentences; null where there is nothing to say.</param>
internal sealed record LogLook(LoggedKeys? Keys, NpgsqlLogSequenceNumber? Position, string? Remark);
