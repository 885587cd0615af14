namespace CrmMigration.Replay;

/// <summary>The entities of which rows were chosen, parents first.</summary>
public sealed record PreparedReplay(IReadOnlyList<EntityReplay> Entities);
