using CrmMigration.Load;
using CrmMigration.Map;
using CrmMigration.Source;
using Npgsql;

namespace CrmMigration.Replay;

/// <summary>Lets the rows of a cluster give way: to a row that stands in the target, whose gaps they fill, or to the first of them that the target takes.</summary>
internal sealed class ReplaySurvivors(UpsertBatch upsert, EntityMapping mapping, ReplayBooks books, IReadOnlyList<KeyPlacement> placements)
{
    private readonly RowHash hash = new(mapping);
    private readonly TupleFill fill = SurvivorFill.FillOf(mapping);
    private readonly TupleBuffer buffer = new(mapping.TargetColumns.Count);

    /// <summary>Members give way to a row of the target.</summary>
    /// <param name="standing">The row as the target has it.</param>
    public void Join(StandingRow survivor, byte[] standing, IReadOnlyList<ReplayedMember> members)
    {
        long filled = 0;
        var row = members.Aggregate(standing, (row, member) => fill.Fill(row, member.Row, ref filled));
        if (filled > 0 && TryUpdate(row))
        {
            books.Filled(survivor.Partition).Add(survivor.Key, (HashOf(standing), HashOf(row)), filled);
        }

        GiveWay(members, survivor.Key);
    }

    /// <summary>The first member that the target takes becomes the survivor of those after it; who is refused before it is rejected.</summary>
    public void Promote(IReadOnlyList<ReplayedMember> members)
    {
        for (var first = 0; first < members.Count; first++)
        {
            var (member, others) = (members[first], members.Skip(first + 1).ToList());
            var keys = new RowKeys(
                member.Id.Key,
                placements[member.Id.Source].Place(member.Id.Key) ?? throw new InvalidOperationException("Bug: a row that was matched has no key in the target."));
            long filled = 0;
            var row = others.Aggregate(member.Row, (row, other) => fill.Fill(row, other.Row, ref filled));
            if (filled > 0 && Arrives(member, keys, row, mayRefuse: false))
            {
                member.Account.Filled += filled;
                GiveWay(others, keys.Target);
                return;
            }

            if (Arrives(member, keys, member.Row, mayRefuse: true))
            {
                GiveWay(others, keys.Target);
                return;
            }
        }
    }

    private void GiveWay(IEnumerable<ReplayedMember> members, SourceKey survivor)
    {
        foreach (var member in members)
        {
            buffer.Clear();
            buffer.AddRow(member.Row);
            member.Account.Merged(member.Id.Key, survivor, buffer);
        }
    }

    // What was filled in may be what the target refuses, so that the row is tried without before it is rejected.
    private bool Arrives(ReplayedMember member, RowKeys keys, byte[] row, bool mayRefuse)
    {
        buffer.Clear();
        buffer.AddRow(row, keys.Target, mapping.TargetKeyKind);
        upsert.Save();
        try
        {
            var fates = upsert.Run(buffer.Written);
            member.Account.Arrived(keys, fates.GetValueOrDefault(keys.Target, Fate.Unchanged), hash.Of(buffer));
            return true;
        }
        catch (PostgresException fault) when (fault.IsRowFault())
        {
            upsert.Undo();
            if (mayRefuse)
            {
                member.Account.Refused(keys.Source, RowFault.ToRejection(fault, upsert.Names), buffer);
            }

            return false;
        }
    }

    private bool TryUpdate(byte[] row)
    {
        upsert.Save();
        try
        {
            upsert.Run(row);
            return true;
        }
        catch (PostgresException fault) when (fault.IsRowFault())
        {
            upsert.Undo();
            return false;
        }
    }

    private ulong HashOf(byte[] row)
    {
        buffer.Clear();
        buffer.AddRow(row);
        return hash.Of(buffer);
    }
}
