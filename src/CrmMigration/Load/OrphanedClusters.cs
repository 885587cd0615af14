using CrmMigration.Map;
using CrmMigration.Rejects;
using CrmMigration.Runs;
using CrmMigration.Source;
using Dapper;
using Npgsql;

namespace CrmMigration.Load;

/// <summary>The clusters of an entity whose survivor did not arrive. Works in the transaction of the connection it is given.</summary>
internal sealed class OrphanedClusters
{
    private readonly RunContext context;
    private readonly NpgsqlConnection target;
    private readonly EntityRow entity;
    private readonly EntityMapping mapping;
    private readonly TupleFill fill;
    private readonly Dictionary<int, PartitionAccount> accounts = [];
    private RejectPayloads? payloads;

    public OrphanedClusters(RunContext context, NpgsqlConnection target, EntityRow entity)
    {
        this.context = context;
        this.target = target;
        this.entity = entity;
        mapping = EntityMapping.Of(context.Entity(entity.Entity), entity.WorkTable);
        fill = SurvivorFill.FillOf(mapping);
    }

    /// <summary>Gives each cluster a new survivor; returns how many there were.</summary>
    public async Task<int> Settle(CancellationToken cancellation)
    {
        var lost = await ReadLost(cancellation);
        if (lost.Count == 0)
        {
            return 0;
        }

        var merged = await MergedRows.Read(target, entity.EntityId, cancellation);
        await target.ExecuteAsync("set constraints all immediate");
        var upsert = await UpsertBatch.Open(target, mapping);
        await using var source = await SourceCopy.Open(context.SourceOf(mapping.Source), cancellation);
        payloads = context.PayloadsOf(mapping.Source, source);
        foreach (var survivor in lost)
        {
            if (!await ArrivesUnfilled(source, upsert, survivor))
            {
                await Promote(source, upsert, merged, merged.Under(survivor.Key));
            }
        }

        await merged.Write(target, entity.EntityId, mapping.SourceKeyKind, cancellation);
        foreach (var (partition, account) in accounts)
        {
            await AccountWriter.Add(target, entity.EntityId, partition, account, cancellation);
        }

        await target.ExecuteAsync(SqlText.Of("Load/ForgetLost.sql"), new { entityId = entity.EntityId });
        return lost.Count;
    }

    // What the target refused may have been a value filled in from a member: by itself the survivor may be welcome.
    private async Task<bool> ArrivesUnfilled(SourceCopy source, UpsertBatch upsert, PlacedMember survivor)
    {
        var rows = await MappedRows(source, [survivor]);
        var place = new { entityId = entity.EntityId, key = survivor.Key.ToString() };
        return rows.TryGetValue(survivor.Key, out var row)
            && await target.ExecuteAsync(SqlText.Of("Load/ForgetRefusal.sql"), place) > 0
            && Load(upsert, Account(survivor.Partition), survivor.Key, row);
    }

    // The first member that the target takes becomes the survivor of those after it; who cannot be loaded before it is rejected.
    private async Task Promote(SourceCopy source, UpsertBatch upsert, MergedRows merged, IReadOnlyList<PlacedMember> members)
    {
        var rows = await MappedRows(source, members);
        for (var i = 0; i < members.Count; i++)
        {
            var member = members[i];
            merged.Remove(member.Key);
            var account = Account(member.Partition);
            if (!rows.TryGetValue(member.Key, out var row))
            {
                account.Rejects.Add(member.Key, new("source.gone", null, "The row left the source, or could not be mapped any more, before it could stand in for the one it was merged into."));
                continue;
            }

            if (Load(upsert, account, member.Key, Filled(row, members.Skip(i + 1), rows, account)))
            {
                merged.Retarget(members.Skip(i + 1).Select(later => later.Key), member.Key);
                return;
            }
        }
    }

    private bool Load(UpsertBatch upsert, PartitionAccount account, SourceKey key, byte[] row)
    {
        var buffer = new TupleBuffer(mapping.TargetColumns.Count);
        buffer.AddRow(row);
        var sent = account.Sent;
        account.Totals.TakeBackIn(buffer);
        var sink = new CarefulSink(upsert, account);
        sink.Add(key, buffer);
        sink.Finish(buffer);
        return account.Sent > sent;
    }

    private byte[] Filled(byte[] row, IEnumerable<PlacedMember> givers, Dictionary<SourceKey, byte[]> rows, PartitionAccount account)
    {
        long filled = 0;
        foreach (var giver in givers)
        {
            row = rows.TryGetValue(giver.Key, out var other) ? fill.Fill(row, other, ref filled) : row;
        }

        account.Filled += filled;
        return row;
    }

    private async Task<Dictionary<SourceKey, byte[]>> MappedRows(SourceCopy source, IReadOnlyList<PlacedMember> members)
    {
        if (members.Count == 0)
        {
            return [];
        }

        var parents = await context.ParentsOf(mapping.Entity);

        return MemberRows.Read(source, mapping, new(mapping, name => parents[name]), members.Select(member => member.Key));
    }

    private PartitionAccount Account(int partition)
    {
        if (!accounts.TryGetValue(partition, out var account))
        {
            accounts[partition] = account = new(mapping) { Payloads = payloads! };
        }

        return account;
    }

    private async Task<List<PlacedMember>> ReadLost(CancellationToken cancellation)
    {
        var lost = new List<PlacedMember>();
        await using var command = new NpgsqlCommand(SqlText.Of("Load/ReadLost.sql"), target) { Parameters = { new("entityId", entity.EntityId) } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var partition = reader.GetInt32(2);
            lost.AddRange(KeyArrays.Read(reader, 0, 1).Select(key => new PlacedMember(key, partition)));
        }

        return lost;
    }
}
