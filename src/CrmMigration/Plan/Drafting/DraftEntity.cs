namespace CrmMigration.Plan.Drafting;

/// <summary>An entity of the draft.</summary>
/// <param name="Left">Columns without counterpart, one sentence for each.</param>
internal sealed record DraftEntity(string Name, TablePair Pair, IReadOnlyList<DraftField> Fields, IReadOnlyList<string> Left)
{
    public IReadOnlyList<DraftReference> References { get; init; } = [];

    /// <summary>Fields need not be written where all columns of the same name move and nothing else does.</summary>
    public bool NeedsFields => Fields.Any(moved => !moved.IsPlain) || (Pair.Target is { } target && Fields.Count < Shared(target));

    /// <summary>Columns that would move without <c>fields</c>.</summary>
    private int Shared(LiveTable target) =>
        Pair.Source.Columns.Count(column => column.Name != Pair.SourceKey && column.Name != Pair.TargetKey && target.Column(column.Name) is { IsGenerated: false });
}
