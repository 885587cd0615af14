namespace CrmMigration.Plan;

/// <summary>An entity with the columns it really moves, resolved against both live schemas.</summary>
/// <param name="Plan">As written.</param>
/// <param name="TargetKey">The target's key column.</param>
/// <param name="Sources">Where its rows come from, in the order of the plan.</param>
/// <param name="CreatesTarget">The target table does not exist and the plan asks for it.</param>
public sealed record CheckedEntity(EntityPlan Plan, LiveColumn TargetKey, IReadOnlyList<CheckedSource> Sources, bool CreatesTarget)
{
    /// <summary>Resolved control totals, over target columns that move unchanged.</summary>
    public IReadOnlyList<ControlTotalPlan> Totals { get; init; } = [];

    /// <summary>The column that marks rows which have left the source takes the time; else it takes true.</summary>
    public bool MarkIsTime { get; init; }

    /// <summary>Each row has the same key on both sides, whichever its source.</summary>
    public bool KeepsKeys => Sources.All(source => source.KeepsKeys);

    /// <summary>The source that rows of a child's source refer to: the one of its name, or the only one.</summary>
    public CheckedSource SourceFor(CheckedSource child) => Sources.Count == 1 ? Sources[0] : Sources.Single(source => source.Name == child.Name);

    /// <summary>Every column that is written besides the key: those of the first source in their order, then what each later one adds.</summary>
    public IReadOnlyList<LiveColumn> Columns { get; } =
        [.. Sources.SelectMany(source => source.Fields).SelectMany(field => field.To).DistinctBy(column => column.Name)];

    /// <summary>
    /// Rows are loaded into a table that nobody knows, and merged there: every row is read and written once. Control totals count rows as
    /// they go by, before it is known which give way, so entities that have some are matched before they are loaded. So are those whose
    /// sources might have a key in common, which only a table with its primary key bears.
    /// </summary>
    public bool LoadsFirst => CreatesTarget && Plan.Match.Count > 0 && Totals.Count == 0 && !MayShareKeys;

    /// <summary>Several sources keep keys that have no ranges which would keep them apart: uuids and texts.</summary>
    public bool MayShareKeys => Sources.Count(source => source.KeepsKeys) > 1 && TargetKey.BaseType is not ("int2" or "int4" or "int8");
}
