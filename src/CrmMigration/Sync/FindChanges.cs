using CrmMigration.Plan;
using CrmMigration.Runs;
using CrmMigration.Source;
using CrmMigration.Sync.Log;
using Dapper;
using Npgsql;

namespace CrmMigration.Sync;

/// <summary>
/// Finds what changed in the sources of an entity since the last pass, and what is gone, and cuts it into batches: first those that change rows
/// of the target, then those that take rows out of it. Done twice, it finds its work done.
/// </summary>
internal sealed class FindChanges(RunContext context)
{
    public const int BatchRows = 5_000;

    public async Task<ChangeCounts> Run(EntityRef entity, CancellationToken cancellation)
    {
        var row = await context.Row(entity.Entity);
        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        if (row.Partitions is null)
        {
            await using var transaction = await target.BeginTransactionAsync(cancellation);
            await RunContext.HoldLease(target, entity.Run);
            await target.ExecuteAsync(SqlText.Of("Sync/PreferIndexes.sql"));
            await Find(target, row.EntityId, entity, cancellation);
            await transaction.CommitAsync(cancellation);
        }

        return await target.QuerySingleAsync<ChangeCounts>(SqlText.Of("Sync/CountBatches.sql"), new { row.EntityId });
    }

    private async Task Find(NpgsqlConnection target, long entityId, EntityRef entity, CancellationToken cancellation)
    {
        var work = context.Entity(entity.Entity);
        var sets = (await target.QueryAsync<LinkSet>(SqlText.Of("Sync/ReadLinkSets.sql"), new { entity.Run.RunId, entity.Entity })).ToList();
        await target.ExecuteAsync(SqlText.Of("Sync/CreateChanges.sql"));
        if (context.Repairs)
        {
            await target.ExecuteAsync(SqlText.Of("Verify/SeedChanges.sql"), new { entityId });
        }

        if (sets.Exists(set => !set.Adopted))
        {
            await target.ExecuteAsync(SqlText.Of("Sync/AnalyzeLinks.sql"));
        }

        foreach (var set in context.Repairs ? [] : sets)
        {
            await Find(target, (entityId, set), work.Sources.Single(source => source.Name == set.Source), cancellation);
        }

        foreach (var set in sets)
        {
            await new WaitingChildren(context, target).Add(set, work.Sources[set.Position]);
        }

        await new DeleteLimit(context).Check(target, entityId, entity.Entity);
        await target.ExecuteAsync(SqlText.Of("Sync/AnalyzeChanges.sql"));
        await new MatchChanges(context, target, (entityId, sets)).Run(work, cancellation);
        await target.ExecuteAsync(SqlText.Of("Sync/CutBatches.sql"), new { entityId, sets = sets.ConvertAll(set => set.SetId), rows = BatchRows, parallel = context.Databases.Parallel });
        await target.ExecuteAsync(SqlText.Of("Sync/CreateBatches.sql"), new { entityId, sources = work.Sources.Select(source => source.Name).ToArray() });
    }

    private async Task Find(NpgsqlConnection target, (long EntityId, LinkSet Set) books, CheckedSource read, CancellationToken cancellation)
    {
        // Before the snapshot.
        var work = read.ChangedAt is null ? null : await OpenWork.Read(context.SourceOf(read), cancellation);
        var slot = await SourceLog.Find(context, read, target, cancellation);
        await using var source = await SourceCopy.Open(context.SourceOf(read), cancellation);
        var moment = await SourceMoment.Read(source.Connection);
        var log = slot is null ? LogLook.None : await slot.Read(source.Connection, read, (books.Set, moment), cancellation);

        // The last pass looks at everything: one by a column may miss rows.
        var known = context.IsCutover ? books.Set with { PassesByColumn = int.MaxValue - 1 } : books.Set;
        var look = SourceLook.Of(moment, known, read, log.Keys);
        var keys = new ChangedKeys(source, read, target, books.Set);
        var changed = keys.FindChanged(moment, look);

        // Of a table that nobody has looked at the server takes two hundred different keys for granted.
        await target.ExecuteAsync(SqlText.Of("Sync/AnalyzeChanges.sql"));
        var gone = look switch
        {
            { Log.Keys: var logged } => await keys.TakeLogged(logged, cancellation),
            { ByColumn: true } => 0,
            _ => await keys.FindGone(cancellation),
        };
        var lag = SourceLag.Of((moment, look), books.Set, changed, gone);
        await target.ExecuteAsync(SqlText.Of("Sync/AddPending.sql"), new { books.Set.SetId });
        await target.ExecuteAsync(
            SqlText.Of("Sync/RecordMoment.sql"),
            new
            {
                books.EntityId,
                books.Set.SetId,
                source = read.Name,
                horizon = look.ByHorizon ? moment.Horizon : books.Set.Horizon,
                moment.Origin,
                look.ComparesAll,
                moment.At,
                lag = lag?.Seconds,
                lag?.IsExact,
                look.ByColumn,
                byLog = look.Log is not null,
                logPosition = log.Position?.ToString(),
                logIsRead = log.IsRead,
                logShape = log.Shape,
                logRemark = log.Remark,
                changedColumn = read.ChangedAt?.Name,
                changedSince = work is null ? null : await work.Since(source, read),
            });
    }
}
