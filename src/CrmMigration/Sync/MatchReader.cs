using CrmMigration.Load;
using CrmMigration.Map;
using CrmMigration.Match;
using CrmMigration.Plan;
using CrmMigration.Runs;
using CrmMigration.Source;
using Npgsql;

namespace CrmMigration.Sync;

/// <summary>Reads and cleans rows as they are now, for their match keys: many of them in several lanes, each with sessions and a snapshot of its own.</summary>
internal sealed class MatchReader(RunContext context, NpgsqlConnection target)
{
    // For fewer a further session costs more than it saves.
    private const int RowsOfLane = 2_000;

    // The lease has one, the step one, what it asks in between one.
    private const int SessionsBeside = 3;

    /// <summary>Adds the match keys of those rows that are still there and can be mapped.</summary>
    public async Task Read(CheckedEntity entity, IEnumerable<RowId> rows, MatchGroups groups, CancellationToken cancellation)
    {
        foreach (var source in rows.GroupBy(row => row.Source))
        {
            SourceKey[] keys = [.. source.Select(row => row.Key)];
            var lanes = Math.Clamp(keys.Length / RowsOfLane, 1, Lanes(entity.Sources[source.Key]));
            // The others begin first: this one goes on without waiting for long. None is left at work where another fails.
            Task[] beside = [.. Enumerable.Range(1, lanes - 1).Select(lane => Task.Run(() => Beside((entity, source.Key), Part(lane), groups, cancellation), cancellation))];
            await Task.WhenAll([Read(target, (entity, source.Key), Part(0), groups, cancellation), .. beside]);

            ArraySegment<SourceKey> Part(int lane) => new ArraySegment<SourceKey>(keys)[(lane * keys.Length / lanes)..((lane + 1) * keys.Length / lanes)];
        }
    }

    // Whoever runs the program may allow fewer sessions than it would take.
    private int Lanes(CheckedSource source) => Math.Max(1, Math.Min(
        context.Databases.Parallel, Math.Min(Sessions(context.SourceOf(source)), Sessions(context.Target) - SessionsBeside + 1)));

    private static int Sessions(NpgsqlDataSource database) => new NpgsqlConnectionStringBuilder(database.ConnectionString).MaxPoolSize;

    private async Task Beside((CheckedEntity, int) of, ArraySegment<SourceKey> keys, MatchGroups groups, CancellationToken cancellation)
    {
        await using var session = await context.Target.OpenConnectionAsync(cancellation);
        await Read(session, of, keys, groups, cancellation);
    }

    private async Task Read(NpgsqlConnection session, (CheckedEntity Entity, int Source) of, ArraySegment<SourceKey> wanted, MatchGroups groups, CancellationToken cancellation)
    {
        var mapping = EntityMapping.ForMatching(of.Entity, of.Source);
        var (keys, buffer) = (new MatchKeys(mapping), new TupleBuffer(mapping.TargetColumns.Count));
        await using var read = await RowSource.Open(context, mapping, session, cancellation);
        await read.Read(wanted, placement: null, (mapper, row, fault) =>
        {
            buffer.Clear();
            if (fault is null && mapper.RuleThatSkips(row) is null && mapper.Map(row, buffer) is null)
            {
                lock (groups)
                {
                    groups.Add(new(of.Source, mapping.SourceKeyKind.Read(row.Field(0))), keys, buffer);
                }
            }
        });
    }
}
