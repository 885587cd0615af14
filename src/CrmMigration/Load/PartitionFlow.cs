using CrmMigration.Map;
using CrmMigration.Source;

namespace CrmMigration.Load;

/// <summary>The way of the rows of one partition from the source's COPY to a sink, past the mapper and the merge plan.</summary>
internal sealed class PartitionFlow
{
    private readonly EntityMapping mapping;
    private readonly PartitionAccount account;
    private readonly MergePlan merges;
    private readonly RowMapper mapper;
    private readonly TupleBuffer rows;
    private readonly SurvivorFill survivors;
    private readonly bool inKeyOrder;

    public PartitionFlow(PartitionAccount account, MergePlan merges, Func<string, ParentIndex> parents, bool inKeyOrder)
    {
        mapping = account.Mapping;
        this.inKeyOrder = inKeyOrder;
        this.account = account;
        this.merges = merges;
        mapper = new(mapping, parents);
        rows = new(mapping.TargetColumns.Count);
        survivors = new(mapping, merges, mapper);
    }

    /// <summary>The range holds a row that the source cannot give, which is to be found.</summary>
    public bool OneByOne { get; init; }

    public void Run(SourceCopy source, KeyRange range, IRowSink sink, RowMeter meter)
    {
        var seen = new HashSet<SourceKey>();
        if (inKeyOrder)
        {
            survivors.Prefetch(source);
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

        account.Filled += survivors.Fill(source, rows, sink);
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
            rows.TakeBack();
            account.Merged(key, survivor, row);
        }
        else if (merges.Survives(key))
        {
            seen.Add(key);
            AddSurvivor(key, sink);
        }
        else
        {
            sink.Add(key, rows);
        }
    }

    private void AddSurvivor(SourceKey key, IRowSink sink)
    {
        if (inKeyOrder)
        {
            account.Filled += survivors.FillNow(key, rows);
            sink.Add(key, rows);
        }
        else if (survivors.Hold(key, rows))
        {
            rows.TakeBack();
        }
        else
        {
            sink.Add(key, rows);
        }
    }
}
