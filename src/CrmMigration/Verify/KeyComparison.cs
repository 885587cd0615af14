using CrmMigration.Map;
using CrmMigration.Runs;
using CrmMigration.Sync;
using Dapper;
using Npgsql;

namespace CrmMigration.Verify;

/// <summary>The keys of one entity, compared by aggregates. Works in the transaction of the connection it is given.</summary>
internal sealed class KeyComparison(RunContext context, NpgsqlConnection target, long entityId)
{
    private readonly List<SourceKeys> sources = [];

    public async Task Run(EntityRef entity, CancellationToken cancellation)
    {
        var work = context.Entity(entity.Entity);
        var sets = (await target.QueryAsync<LinkSet>(SqlText.Of("Sync/ReadLinkSets.sql"), new { entity.Run.RunId, entity.Entity })).ToList();
        await target.ExecuteAsync(SqlText.Of("Verify/MarkAdopted.sql"), new { sets = sets.ConvertAll(set => set.SetId) });
        var counting = Task.FromResult<KeyCounts[]>([]);
        try
        {
            foreach (var set in sets)
            {
                sources.Add(await SourceKeys.Open(context, work.Sources[set.Position], set, cancellation));
            }

            // Each server counts its own.
            counting = Task.WhenAll(sources.Select(source => source.Count(cancellation)));
            await Compare(sets, new(target, EntityMapping.OfTarget(work, work: null), sets), counting, cancellation);
        }
        finally
        {
            await ((Task)counting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            foreach (var source in sources)
            {
                await source.DisposeAsync();
            }
        }
    }

    private async Task Compare(List<LinkSet> sets, TargetRows rows, Task<KeyCounts[]> counting, CancellationToken cancellation)
    {
        var known = new List<KeyCounts>();
        foreach (var set in sets)
        {
            known.Add(await new KnownKeys(target, set).Count(cancellation));
        }

        var counted = await rows.Count(cancellation);
        var there = await counting;
        foreach (var (place, set) in sets.Index())
        {
            await Compare(set, sources[place], (known[place], there[place]), cancellation);
        }

        // What has left the source counts as that, whatever became of it in the target.
        var (gone, unknown) = await rows.Look(counted.Differing, context.Deep ? null : entityId, cancellation);
        await target.ExecuteAsync(SqlText.Of("Verify/AddTarget.sql"), new { entityId, rows = counted.There, own = counted.Known - gone, unknown });
    }

    private async Task Compare(LinkSet set, SourceKeys source, (KeyCounts Known, KeyCounts There) counts, CancellationToken cancellation)
    {
        var differing = counts.There.DifferingFrom(counts.Known);
        var there = differing.Length == 0 ? [] : await source.Read(differing, cancellation);
        var known = differing.Length == 0 ? [] : await new KnownKeys(target, set).Read(differing, cancellation);
        var fresh = there.Where(row => !known.ContainsKey(row.Key)).ToLookup(row => row.Value, row => row.Key);
        var left = known.Where(row => !there.ContainsKey(row.Key)).ToLookup(row => row.Value, row => row.Key);
        await Add(set, ("extra", "left"), [.. left["migrated"], .. left["merged"]]);
        if (!context.Deep)
        {
            await Add(set, ("missing", "never-came"), [.. fresh[false]]);
        }

        await target.ExecuteAsync(
            SqlText.Of("Verify/AddSource.sql"),
            new
            {
                entityId,
                source = set.Source,
                set.SetId,
                rows = counts.There.Rows,
                changed = counts.There.Marked[0],
                fresh = fresh[true].Count(),
                merged = counts.Known.Marked[0] - left["merged"].Count(),
                rejected = counts.Known.Marked[1] - left["rejected"].Count(),
                skipped = counts.Known.Marked[2] - left["skipped"].Count(),
                doubt = source.Since.Doubt,
            });
    }

    private Task<int> Add(LinkSet set, (string Kind, string Why) what, string[] keys) =>
        target.ExecuteAsync(SqlText.Of("Verify/AddFound.sql"), new { entityId, set.SetId, set.Source, what.Kind, what.Why, keys });
}
