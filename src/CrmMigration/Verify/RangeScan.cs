using CrmMigration.Load;
using CrmMigration.Map;
using CrmMigration.Source;

namespace CrmMigration.Verify;

/// <summary>Reads and maps the rows of a range as a run does, and keeps no more of each than a hash.</summary>
internal static class RangeScan
{
    public static Dictionary<SourceKey, ScannedRow> Of((SourceCopy Copy, RowMapper Mapper, RowHash Hash) read, KeyRange range, CancellationToken cancellation)
    {
        read.Copy.Save();
        try
        {
            var rows = Of(read, range, ReadOrder.Any, cancellation);
            read.Copy.Keep();
            return rows;
        }
        catch (UnreadableRowException)
        {
            // The row that the source cannot give is found one by one.
            read.Copy.Undo();
            return Of(read, range, ReadOrder.OneByOne, cancellation);
        }
    }

    private static Dictionary<SourceKey, ScannedRow> Of((SourceCopy Copy, RowMapper Mapper, RowHash Hash) read, KeyRange range, ReadOrder order, CancellationToken cancellation)
    {
        var (copy, mapper, hash) = read;
        var mapping = mapper.Mapping;
        var rows = new Dictionary<SourceKey, ScannedRow>();
        var buffer = new TupleBuffer(mapping.TargetColumns.Count);
        using var reader = copy.Range(mapping, range, order);
        while (reader.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            buffer.Clear();
            rows[mapping.SourceKeyKind.Read(reader.Row.Field(0))] = mapper.RuleThatSkips(reader.Row) is not null ? new(MappedFate.Skipped, 0)
                : reader.Fault is not null || mapper.Map(reader.Row, buffer) is not null ? new(MappedFate.Rejected, 0)
                : new(MappedFate.Mapped, hash.Of(buffer) ^ hash.OfColumn(buffer, 0));
        }

        return rows;
    }
}
