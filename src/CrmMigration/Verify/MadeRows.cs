using CrmMigration.Load;
using CrmMigration.Source;

namespace CrmMigration.Verify;

/// <summary>Reads rows by their keys, maps them, and makes of those that stand for one row of the target what it should hold, as a pass does.</summary>
internal sealed class MadeRows(ComparedEntity compared)
{
    private readonly Dictionary<RowId, MappedRow> mapped = [];
    private readonly TupleFill fill = SurvivorFill.FillOf(compared.Mapping);
    private readonly TupleBuffer buffer = new(compared.Mapping.TargetColumns.Count);

    public async Task Read(IEnumerable<RowId> rows)
    {
        foreach (var source in rows.Distinct().GroupBy(row => row.Source))
        {
            var mapping = compared.Sources[source.Key].Mapping;
            await compared.Sources[source.Key].Read(source.Select(row => row.Key), compared.Sources.Placement(source.Key), (mapper, read, fault) =>
            {
                buffer.Clear();
                var fate = mapper.RuleThatSkips(read) is not null ? MappedFate.Skipped
                    : fault is not null || mapper.Map(read, buffer) is not null ? MappedFate.Rejected
                    : MappedFate.Mapped;
                mapped[new(source.Key, mapping.SourceKeyKind.Read(read.Field(0)))] = new(fate, fate == MappedFate.Mapped ? buffer.Row.ToArray() : null);
            });
        }
    }

    /// <summary>What the plan makes of a row alone; null where it is not in the source.</summary>
    public MappedFate? FateOf(RowId row) => mapped.TryGetValue(row, out var one) ? one.Fate : null;

    /// <summary>The shares of the columns in the hash of the row that these make, led by the first.</summary>
    public long[] Hashes(SourceKey key, RowId leader, IEnumerable<RowId> others)
    {
        long filled = 0;
        var row = others.Order().Select(other => mapped.GetValueOrDefault(other).Row).OfType<byte[]>()
            .Aggregate(mapped[leader].Row!, (row, other) => fill.Fill(row, other, ref filled));
        buffer.Clear();
        buffer.AddRow(row, key, compared.Mapping.TargetKeyKind);
        return [.. Enumerable.Range(0, buffer.Columns).Select(column => unchecked((long)compared.Hash.OfColumn(buffer, column)))];
    }
}
