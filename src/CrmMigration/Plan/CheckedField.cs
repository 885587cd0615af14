namespace CrmMigration.Plan;

/// <summary>A field with the live columns it reads and writes. For a target that is to be created, the columns it will get.</summary>
public sealed record CheckedField(LiveColumn From, IReadOnlyList<LiveColumn> To, Transform As);
