namespace CrmMigration.Sync;

/// <summary>What a pass found of one entity, in batches.</summary>
/// <param name="Changes">Batches that change rows of the target.</param>
/// <param name="Deletes">Batches after them that take rows out of it.</param>
public sealed record ChangeCounts(int Changes, int Deletes);
