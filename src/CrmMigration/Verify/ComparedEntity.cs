using CrmMigration.Load;
using CrmMigration.Map;
using CrmMigration.Plan;
using CrmMigration.Runs;
using CrmMigration.Source;
using CrmMigration.Sync;
using Dapper;
using Npgsql;

namespace CrmMigration.Verify;

/// <summary>An entity as a step compares it by value: its sources, each in one snapshot, its links, and its table in the target. The connection is the caller's.</summary>
internal sealed class ComparedEntity : IAsyncDisposable
{
    private readonly NpgsqlConnection target;
    private readonly string key;
    private readonly List<ChangedSince> since = [];

    private ComparedEntity(NpgsqlConnection target, CheckedEntity entity, IReadOnlyList<LinkSet> sets, BatchSources sources)
    {
        (this.target, Entity, Sets, Sources) = (target, entity, sets, sources);
        Mapping = EntityMapping.OfTarget(entity, work: null);
        Hash = new(Mapping);
        key = $"t.{SqlName.Quote(Mapping.TargetColumns[0].Name)}";
    }

    public CheckedEntity Entity { get; }

    public IReadOnlyList<LinkSet> Sets { get; }

    public BatchSources Sources { get; }

    public EntityMapping Mapping { get; }

    public RowHash Hash { get; }

    public int[] SetIds => [.. Sets.Select(set => set.SetId)];

    public static async Task<ComparedEntity> Open(RunContext context, EntityRef entity, NpgsqlConnection target, CancellationToken cancellation)
    {
        var work = context.Entity(entity.Entity);
        var sets = (await target.QueryAsync<LinkSet>(SqlText.Of("Sync/ReadLinkSets.sql"), new { entity.Run.RunId, entity.Entity })).ToList();
        var compared = new ComparedEntity(target, work, sets, await BatchSources.Open(context, work, target, cancellation));
        try
        {
            for (var position = 0; position < compared.Sources.Count; position++)
            {
                compared.since.Add(await ChangedSince.Of(compared.Sources[position].Copy.Connection, sets.Single(set => set.Position == position), context.IsCutover));
            }

            return compared;
        }
        catch
        {
            await compared.DisposeAsync();
            throw;
        }
    }

    public LinkSet SetOf(int position) => Sets.Single(set => set.Position == position);

    /// <summary>The links of rows of one source; who has none is not among them.</summary>
    public async Task<Dictionary<SourceKey, LinkRow>> Links(int position, IEnumerable<SourceKey> keys)
    {
        var kind = Sources[position].Mapping.SourceKeyKind;
        var lines = await target.QueryAsync<Line>(
            SqlText.Of("Verify/FindLinks.sql"), new { SetOf(position).SetId, sets = SetIds, keys = keys.Select(one => one.ToString()).ToArray() });
        return lines.ToDictionary(
            line => kind.Parse(line.SourceKey),
            line => new LinkRow(line.Status, line.TargetKey is { } place ? Mapping.TargetKeyKind.Parse(place) : null, line.RowHash, line.Pending, line.HasMembers));
    }

    /// <summary>The rows that stand for each of some rows of the target, and whether it is made of them in the first place.</summary>
    public async Task<ILookup<SourceKey, (RowId Row, bool Leads)>> Members(IEnumerable<SourceKey> targets)
    {
        var positions = Sets.ToDictionary(set => set.SetId, set => set.Position);
        var lines = await target.QueryAsync<(string Target, int SetId, string SourceKey, bool Leads)>(
            SqlText.Of("Verify/FindMembers.sql"), new { sets = SetIds, targets = targets.Select(one => one.ToString()).ToArray() });
        return lines.ToLookup(
            line => Mapping.TargetKeyKind.Parse(line.Target),
            line => (new RowId(positions[line.SetId], Sources[positions[line.SetId]].Mapping.SourceKeyKind.Parse(line.SourceKey)), line.Leads));
    }

    /// <summary>The hashes of rows of the target as they stand.</summary>
    public Task<Dictionary<SourceKey, long>> Hashes(IEnumerable<SourceKey> keys) => Standing(keys, Hash.Sql, (reader, column) => reader.GetInt64(column));

    /// <summary>The same with the share of each column.</summary>
    public Task<Dictionary<SourceKey, StandingRow>> Rows(IEnumerable<SourceKey> keys) => Standing(
        keys,
        $"{Hash.Sql}, array[{string.Join(", ", Hash.ColumnSql)}]::bigint[]",
        (reader, column) => new StandingRow(reader.GetInt64(column), reader.GetFieldValue<long[]>(column + 1)));

    /// <summary>Those of some rows that changed since the last pass.</summary>
    public async Task<HashSet<RowId>> Changed(IEnumerable<RowId> rows)
    {
        var changed = new HashSet<RowId>();
        foreach (var source in rows.Distinct().GroupBy(row => row.Source))
        {
            var (read, mapping) = (Sources[source.Key], Sources[source.Key].Mapping);
            var column = SqlName.Quote(mapping.Source.Key.Name);
            await using var command = read.Copy.Command(
                $"select {column}::text from {mapping.Source.Plan.Table.Sql} where {column} = any(@keys::{mapping.Source.Key.BaseType}[]) and {since[source.Key].Condition}");
            command.Parameters.Add(new("keys", source.Select(row => row.Key.ToString()).ToArray()));
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                changed.Add(new(source.Key, mapping.SourceKeyKind.Parse(reader.GetString(0))));
            }
        }

        return changed;
    }

    /// <summary>Rows of the target that people's fixes made, of some.</summary>
    public async Task<HashSet<SourceKey>> WrittenByHand(IEnumerable<SourceKey> targets) =>
        [.. (await target.QueryAsync<string>(SqlText.Of("Verify/FindWrittenByHand.sql"), new { sets = SetIds, targets = targets.Select(one => one.ToString()).ToArray() }))
            .Select(found => Mapping.TargetKeyKind.Parse(found))];

    /// <summary>Rows of one source that are left out for what they are not to blame for, of some.</summary>
    public async Task<HashSet<SourceKey>> Refused(int position, IEnumerable<SourceKey> keys) =>
        [.. (await target.QueryAsync<string>(SqlText.Of("Verify/FindRefused.sql"), new { SetOf(position).SetId, keys = keys.Select(one => one.ToString()).ToArray() }))
            .Select(found => Sources[position].Mapping.SourceKeyKind.Parse(found))];

    public ValueTask DisposeAsync() => Sources.DisposeAsync();

    private async Task<Dictionary<SourceKey, T>> Standing<T>(IEnumerable<SourceKey> keys, string columns, Func<NpgsqlDataReader, int, T> read)
    {
        var found = new Dictionary<SourceKey, T>();
        await using var command = new NpgsqlCommand(
            $"select {key}::text, {columns} from {Mapping.Table} as t where {key} = any(@keys::{Mapping.TargetColumns[0].BaseType}[])", target)
        {
            Parameters = { new("keys", keys.Select(one => one.ToString()).ToArray()) },
        };
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            found[Mapping.TargetKeyKind.Parse(reader.GetString(0))] = read(reader, 1);
        }

        return found;
    }

    private sealed record Line(string SourceKey, string Status, string? TargetKey, long? RowHash, bool Pending, bool HasMembers);
}
