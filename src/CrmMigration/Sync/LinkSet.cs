using NpgsqlTypes;

namespace CrmMigration.Sync;

/// <summary>What the sync keeps of one source of an entity, as crm_migration.link_sets holds it.</summary>
/// <param name="Position">Of the source in the plan's entity.</param>
/// <param name="Horizon">Whatever committed in the source before this transaction has arrived.</param>
/// <param name="Origin">The cluster and database that the horizon is of; null until a pass has looked.</param>
/// <param name="LookedAt">When the run or pass looked that moved the horizon, by the source's clock; null where nobody noted it.</param>
/// <param name="ChangedColumn">The column that the newest pass noted a value of; null: none.</param>
/// <param name="ChangedSince">From this value of it on, as text, a pass by that column reads.</param>
/// <param name="PassesByColumn">So many were made since one went by the horizon, by the column or by the log.</param>
/// <param name="LogPosition">What was committed in the source before it has arrived; null: nobody knows.</param>
/// <param name="LogIsRead">The log can be read on from there.</param>
/// <param name="LogShape">What the table looked like then.</param>
internal sealed record LinkSet(int SetId, string Entity, string Source, int Position, string BaseRun, bool Adopted, long Horizon, string? Origin, DateTime? LookedAt, string? ChangedColumn, string? ChangedSince, int PassesByColumn, NpgsqlLogSequenceNumber? LogPosition, bool LogIsRead, string? LogShape);
