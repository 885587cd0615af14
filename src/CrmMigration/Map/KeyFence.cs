namespace CrmMigration.Map;

/// <summary>From where to where the keys of a source lie in the target.</summary>
/// <param name="Source">Its name in the plan.</param>
internal sealed record KeyFence(string Source, long Low, long High);
