using CrmMigration.Runs;

namespace CrmMigration.Replay;

/// <summary>What a replay has to do for one entity.</summary>
/// <param name="Batches">The rejected rows that were chosen, in batches of one partition each; numbered from 0.</param>
/// <param name="Partitions">Of the whole entity: where rows that match may stand.</param>
/// <param name="Matches">The entity has match rules.</param>
/// <param name="InKeyOrder">The target allows some value besides the key only once: batches go one after the other.</param>
public sealed record EntityReplay(EntityRef Entity, int Batches, int Partitions, bool Matches, bool InKeyOrder);
