using CrmMigration.Map;
using CrmMigration.Source;

namespace CrmMigration.Load;

/// <summary>
/// Holds back the survivors of a partition that miss a value, and fills them from the rows merged into them, lowest key first, source by
/// source. Keys, references and columns with a control total are never filled.
/// </summary>
internal sealed class SurvivorFill(EntityMapping mapping, MergePlan merges, MemberRows members)
{
    // As many keys as one IN list takes comfortably.
    private const int Chunk = 1_000;

    private readonly TupleFill fill = FillOf(mapping);
    private readonly List<(RowKeys Keys, byte[] Row)> held = [];
    private readonly Dictionary<RowId, byte[]> givers = [];

    public MergePlan Merges => merges;

    /// <summary>The columns that a merged row may give to its survivor.</summary>
    public static IEnumerable<string> FillableColumns(EntityMapping mapping) =>
        mapping.TargetColumns.Skip(1).Select(column => column.Name).Where(name => MayFill(mapping, name));

    public static TupleFill FillOf(EntityMapping mapping) =>
        new([.. mapping.TargetColumns.Select((column, index) => index > 0 && MayFill(mapping, column.Name))]);

    /// <summary>Takes the last row of the buffer aside if it misses a value; the caller takes it back from the buffer.</summary>
    public bool Hold(RowKeys survivor, TupleBuffer row)
    {
        if (!fill.HasGaps(row))
        {
            return false;
        }

        held.Add((survivor, row.Row.ToArray()));
        return true;
    }

    /// <summary>Reads all rows merged into survivors of this partition ahead, so that each survivor can be filled in its place.</summary>
    public void Prefetch()
    {
        foreach (var chunk in merges.Clusters.Values.SelectMany(rows => rows).Chunk(Chunk))
        {
            foreach (var (row, bytes) in members.Read(chunk))
            {
                givers[row] = bytes;
            }
        }
    }

    /// <summary>Fills the last row of the buffer in its place; returns how many values were filled.</summary>
    public long FillNow(SourceKey survivor, TupleBuffer rows)
    {
        if (!fill.HasGaps(rows))
        {
            return 0;
        }

        var row = rows.Row.ToArray();
        rows.TakeBack();
        long filled = 0;
        rows.AddRow(Filled(survivor, row, givers, ref filled));
        return filled;
    }

    /// <summary>Sends the held rows on, filled; returns how many values were.</summary>
    public long Fill(TupleBuffer rows, IRowSink sink)
    {
        long filled = 0;
        foreach (var chunk in held.Chunk(Chunk))
        {
            var found = members.Read(chunk.SelectMany(one => merges.MembersOf(one.Keys.Source)));
            foreach (var (keys, gappy) in chunk)
            {
                rows.AddRow(Filled(keys.Source, gappy, found, ref filled));
                sink.Add(keys, rows);
            }
        }

        return filled;
    }

    private byte[] Filled(SourceKey survivor, byte[] row, Dictionary<RowId, byte[]> found, ref long filled)
    {
        foreach (var member in merges.MembersOf(survivor).Where(found.ContainsKey))
        {
            row = fill.Fill(row, found[member], ref filled);
        }

        return row;
    }

    private static bool MayFill(EntityMapping mapping, string column) =>
        !mapping.Entity.Plan.References.ContainsKey(column) && mapping.Entity.Totals.All(total => total.Sum != column && total.By != column);
}
