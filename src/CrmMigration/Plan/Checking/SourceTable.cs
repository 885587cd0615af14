namespace CrmMigration.Plan.Checking;

/// <summary>A source table of an entity.</summary>
/// <param name="Mapped">The entity with this source alone and the target that it would create; null where mistakes allow none.</param>
internal sealed record SourceTable(EntityPlan Entity, SourcePlan From, LiveTable Table, CheckedEntity? Mapped);
