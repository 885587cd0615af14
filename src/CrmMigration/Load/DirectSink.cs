using CrmMigration.Map;
using CrmMigration.Source;
using Npgsql;

namespace CrmMigration.Load;

/// <summary>
/// One COPY straight into the target table, for a table that was empty when the run began. Every row is created, or the server refuses
/// the whole and the partition is done again with care.
/// </summary>
internal sealed class DirectSink(NpgsqlConnection target, EntityMapping mapping, PartitionAccount account) : IRowSink
{
    private const int Chunk = 64 * 1024;

    private readonly RowHash hash = new(mapping);
    private readonly NpgsqlRawCopyStream copy = CopyIn.Begin(target, mapping.Table, mapping.TargetColumnList);

    public void Add(RowKeys keys, TupleBuffer rows)
    {
        account.Arrived(keys, Fate.Created, hash.Of(rows));
        account.MatchKeys?.Add(keys.Source, rows);
        if (rows.Length >= Chunk)
        {
            copy.Write(rows.Written);
            rows.Clear();
        }
    }

    public void Finish(TupleBuffer rows)
    {
        copy.Write(rows.Written);
        rows.Clear();
        CopyIn.End(copy);
    }

    public void Abandon() => CopyIn.Abandon(copy);
}
