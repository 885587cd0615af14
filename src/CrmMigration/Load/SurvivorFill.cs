using CrmMigration.Map;
using CrmMigration.Source;

namespace CrmMigration.Load;

/// <summary>
/// Holds back the survivors of a partition that miss a value, and fills them from the rows merged into them, lowest key first. Keys,
/// references and columns with a control total are never filled.
/// </summary>
internal sealed class SurvivorFill(EntityMapping mapping, MergePlan merges, RowMapper mapper)
{
    // As many keys as one IN list takes comfortably.
    private const int Chunk = 1_000;

    private readonly TupleFill fill = FillOf(mapping);
    private readonly List<(SourceKey Key, byte[] Row)> held = [];

    public static TupleFill FillOf(EntityMapping mapping) =>
        new([.. mapping.TargetColumns.Select((column, index) => index > 0 && MayFill(mapping, column.Name))]);

    /// <summary>Takes the last row of the buffer aside if it misses a value; the caller takes it back from the buffer.</summary>
    public bool Hold(SourceKey survivor, TupleBuffer row)
    {
        if (!fill.HasGaps(row))
        {
            return false;
        }

        held.Add((survivor, row.Row.ToArray()));
        return true;
    }

    /// <summary>Sends the held rows on, filled; returns how many values were.</summary>
    public long Fill(SourceCopy source, TupleBuffer rows, IRowSink sink)
    {
        long filled = 0;
        foreach (var chunk in held.Chunk(Chunk))
        {
            var members = MemberRows.Read(source, mapping, mapper, chunk.SelectMany(one => merges.MembersOf(one.Key)));
            foreach (var (key, gappy) in chunk)
            {
                var row = gappy;
                foreach (var member in merges.MembersOf(key).Where(members.ContainsKey))
                {
                    row = fill.Fill(row, members[member], ref filled);
                }

                rows.AddRow(row);
                sink.Add(key, rows);
            }
        }

        return filled;
    }

    private static bool MayFill(EntityMapping mapping, string column) =>
        !mapping.Entity.Plan.References.ContainsKey(column) && mapping.Entity.Totals.All(total => total.Sum != column && total.By != column);
}
