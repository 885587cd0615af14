namespace CrmMigration.Verify;

/// <summary>How many rows of a range came to each end; each counts once.</summary>
internal sealed class RangeTally
{
    private readonly Dictionary<RowState, long> rows = [];

    public long this[RowState state] => rows.GetValueOrDefault(state);

    public long Read => rows.Values.Sum();

    public void Add(RowState state) => rows[state] = this[state] + 1;
}
