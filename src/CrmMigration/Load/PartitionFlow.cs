using CrmMigration.Map;
using CrmMigration.Source;

namespace CrmMigration.Load;

/// <summary>The way of the rows of one partition from the source's COPY to a sink, past the mapper and the merge plan.</summary>
internal sealed class PartitionFlow(PartitionAccount account, RowMapper mapper, SurvivorFill survivors, bool inKeyOrder)
{
    private readonly EntityMapping mapping = account.Mapping;
    private readonly MergePlan merges = survivors.Merges;
    private readonly TupleBuffer rows = new(account.Mapping.TargetColumns.Count);

    /// <summary>The range holds a row that the source cannot give, which is to be found.</summary>
    public bool OneByOne { get; init; }

    public void Run(SourceCopy source, KeyRange range, IRowSink sink, RowMeter meter)
    {
        var seen = new HashSet<SourceKey>();
        if (inKeyOrder)
        {
            survivors.Prefetch();
        }

        using (var reader = source.Range(mapping, range, OneByOne ? ReadOrder.OneByOne : inKeyOrder ? ReadOrder.Key : ReadOrder.Any))
        {
            while (reader.Read())
            {
                account.RowRead(reader.Row);
                Take(reader, sink, seen);
                meter.Tick();
            }
        }

        account.Filled += survivors.Fill(rows, sink);
        sink.Finish(rows);
        meter.Flush();
        foreach (var survivor in merges.Clusters.Keys.Where(key => !seen.Contains(key) || account.Rejects.IsRefused(key)))
        {
            account.Lost.Add(survivor);
        }
    }

    private void Take(IRowReader reader, IRowSink sink, HashSet<SourceKey> seen)
    {
        var row = reader.Row;
        var key = mapping.SourceKeyKind.Read(row.Field(0));
        if (mapper.RuleThatSkips(row) is { } rule)
        {
            account.Skipped(key, rule, row);
            return;
        }

        if ((reader.Fault ?? mapper.Map(row, rows)) is { } rejection)
        {
            account.Rejected(key, rejection, row);
            return;
        }

        account.Corrections.Add(key, mapper.Corrections, row);
        if (merges.GivesWay(key, out var survivor))
        {
            mapper.TakeBack(rows);
            account.Merged(key, survivor, row);
            return;
        }

        var keys = new RowKeys(key, mapping.Source.KeepsKeys ? key : mapping.TargetKeyKind.Read(rows.Cell(0)));
        if (merges.Survives(key))
        {
            seen.Add(key);
            AddSurvivor(keys, sink);
        }
        else
        {
            sink.Add(keys, rows);
        }
    }

    private void AddSurvivor(RowKeys keys, IRowSink sink)
    {
        if (inKeyOrder)
        {
            account.Filled += survivors.FillNow(keys.Source, rows);
            sink.Add(keys, rows);
        }
        else if (survivors.Hold(keys, rows))
        {
            rows.TakeBack();
        }
        else
        {
            sink.Add(keys, rows);
        }
    }
}
