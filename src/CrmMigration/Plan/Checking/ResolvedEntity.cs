namespace CrmMigration.Plan.Checking;

/// <summary>An entity as far as its tables could be told; the key is null when its column was not found.</summary>
internal sealed record ResolvedEntity(LiveColumn? TargetKey, IReadOnlyList<ResolvedSource> Sources)
{
    public EntityPlan Plan => Tables.Plan;

    /// <summary>What is the same for all its sources: the target.</summary>
    public EntityTables Tables => Sources[0].Tables;

    public bool IsComplete => Sources.All(source => source.IsComplete);

    /// <summary>Target columns that any source writes besides the key.</summary>
    public IReadOnlyList<string> Written => [.. Sources.SelectMany(source => source.Written).Distinct()];

    public LiveColumn? TargetColumn(string name) =>
        Sources.Select(source => source.TargetColumn(name)).FirstOrDefault(column => column is not null);
}
