using CrmMigration.Profile.Reading;

namespace CrmMigration.Profile.Assembly;

/// <summary>The rows that were read of a table, and what a count among them says of all.</summary>
/// <param name="TableRows">Of the whole table.</param>
/// <param name="Rows">That were read.</param>
/// <param name="TryEvery">Every how-many-th of them all cleaners were tried on.</param>
internal sealed record ReadRows(TablePart Part, long TableRows, long Rows, int TryEvery)
{
    public bool IsWhole => Part.IsWhole;

    public long Tried => (Rows + TryEvery - 1) / TryEvery;

    public Share ShareOf(long values, long of) => IsWhole ? Share.Exact(values, of) : Share.Sampled(values, of, Part.RowsAlike);

    /// <summary>Of the values that all cleaners were tried on. They stand apart, so that hardly two of them share a page.</summary>
    public Share TriedShare(long values, long of) => IsWhole && TryEvery == 1
        ? Share.Exact(values, of)
        : Share.Sampled(values, of, Math.Max(1, Part.RowsAlike / TryEvery));
}
