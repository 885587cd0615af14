using CrmMigration.Map;
using CrmMigration.Plan;
using CrmMigration.Runs;
using CrmMigration.Source;
using Dapper;
using Npgsql;

namespace CrmMigration.Load;

/// <summary>The clusters of an entity whose survivor did not arrive. Works in the transaction of the connection it is given.</summary>
internal sealed class OrphanedClusters : IAsyncDisposable
{
    private readonly NpgsqlConnection target;
    private readonly EntityRow row;
    private readonly CheckedEntity entity;
    private readonly TupleFill fill;
    private readonly MemberRows source;
    private readonly KeyAssignment assigning;
    private readonly IReadOnlyList<KeyPlacement> placements;
    private readonly Dictionary<int, PartitionAccount> accounts = [];

    private OrphanedClusters(NpgsqlConnection target, EntityRow row, MemberRows source, (KeyAssignment By, IReadOnlyList<KeyPlacement> Placements) keys)
    {
        this.target = target;
        this.row = row;
        this.source = source;
        entity = source.Entity;
        (assigning, placements) = keys;
        fill = SurvivorFill.FillOf(EntityMapping.OfTarget(entity, row.WorkTable));
    }

    public static async Task<OrphanedClusters> Of(RunContext context, NpgsqlConnection target, EntityRow row)
    {
        var entity = context.Entity(row.Entity);
        return new(target, row, await MemberRows.Of(context, entity), (context.Assigning, await context.Assigning.PlacementsOfAll(entity, row.WorkTable)));
    }

    /// <summary>Gives the cluster of each survivor that did not arrive another one.</summary>
    public async Task Settle(IReadOnlyList<PlacedMember> lost, CancellationToken cancellation)
    {
        var merged = await MergedRows.Read(target, entity, row, cancellation);
        await target.ExecuteAsync("set constraints all immediate");
        var upsert = await UpsertBatch.Open(target, EntityMapping.OfTarget(entity, row.WorkTable), (row.EntityId, 0));
        foreach (var survivor in lost)
        {
            if (!await ArrivesUnfilled(upsert, survivor))
            {
                Promote(upsert, merged, merged.Under(KeysOf(survivor).Target));
            }
        }

        await merged.Write(target, cancellation);
        foreach (var (partition, account) in accounts)
        {
            await AccountWriter.Add(target, row.EntityId, partition, account, cancellation);
        }

        assigning.Enter(target, entity, placements);
        await target.ExecuteAsync(SqlText.Of("Load/ForgetLost.sql"), new { entityId = row.EntityId });
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    // What the target refused may have been a value filled in from a member: by itself the survivor may be welcome.
    private async Task<bool> ArrivesUnfilled(UpsertBatch upsert, PlacedMember survivor)
    {
        var rows = source.Read([survivor.Id]);
        var place = new { entityId = row.EntityId, partition = survivor.Partition, key = survivor.Id.Key.ToString() };
        return rows.TryGetValue(survivor.Id, out var found)
            && await target.ExecuteAsync(SqlText.Of("Load/ForgetRefusal.sql"), place) > 0
            && Load(upsert, survivor, found);
    }

    // The first member that the target takes becomes the survivor of those after it; who cannot be loaded before it is rejected.
    private void Promote(UpsertBatch upsert, MergedRows merged, IReadOnlyList<PlacedMember> members)
    {
        var rows = source.Read(members.Select(member => member.Id));
        for (var i = 0; i < members.Count; i++)
        {
            var member = members[i];
            merged.Remove(member.Id);
            var account = Account(member.Partition);
            if (!rows.TryGetValue(member.Id, out var found))
            {
                account.Rejects.Add(member.Id.Key, new("source.gone", null, "The row left the source, or could not be mapped any more, before it could stand in for the one it was merged into."));
                continue;
            }

            if (Load(upsert, member, Filled(found, members.Skip(i + 1), rows, account)))
            {
                merged.Retarget(members.Skip(i + 1).Select(later => later.Id), KeysOf(member).Target);
                return;
            }
        }
    }

    private bool Load(UpsertBatch upsert, PlacedMember member, byte[] found)
    {
        var account = Account(member.Partition);
        var keys = KeysOf(member);
        var buffer = new TupleBuffer(account.Mapping.TargetColumns.Count);
        buffer.AddRow(found, keys.Target, account.Mapping.TargetKeyKind);
        var sent = account.Sent;
        account.Totals.TakeBackIn(buffer);
        var sink = new CarefulSink(upsert, account);
        sink.Add(keys, buffer);
        sink.Finish(buffer);
        return account.Sent > sent;
    }

    private byte[] Filled(byte[] row, IEnumerable<PlacedMember> givers, Dictionary<RowId, byte[]> rows, PartitionAccount account)
    {
        long filled = 0;
        foreach (var giver in givers)
        {
            row = rows.TryGetValue(giver.Id, out var other) ? fill.Fill(row, other, ref filled) : row;
        }

        account.Filled += filled;
        return row;
    }

    // Matching has refused rows that have no key in the target.
    private RowKeys KeysOf(PlacedMember member) => new(
        member.Id.Key,
        placements[member.Id.Source].Place(member.Id.Key) ?? throw new InvalidOperationException("Bug: a row that was matched has no key in the target."));

    private PartitionAccount Account(int partition)
    {
        if (!accounts.TryGetValue(partition, out var account))
        {
            var position = row.SourceOf(partition);
            accounts[partition] = account = new(EntityMapping.Of(entity, position, row.WorkTable)) { Payloads = source.PayloadsOf(position) };
        }

        return account;
    }
}
