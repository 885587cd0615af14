using Dapper;
using Npgsql;

namespace CrmMigration.Plan.Checking;

/// <summary>What keys there are now, where sources that share a target could meet there.</summary>
internal sealed class LiveKeys
{
    private readonly Dictionary<SourcePlan, (long Low, long High)> _ranges = [];
    private readonly Dictionary<(string Entity, string Source), long> _assigned = [];

    /// <summary>The lowest and the highest key of a source whose keys are integers; null for no rows, or where they were not asked for.</summary>
    public (long Low, long High)? RangeOf(SourcePlan source) => _ranges.TryGetValue(source, out var range) ? range : null;

    /// <summary>The lowest number that was assigned to rows of a source; null for none.</summary>
    public long? LowestAssigned(string entity, string source) => _assigned.TryGetValue((entity, source), out var lowest) ? lowest : null;

    /// <param name="tables">Each source with its table, where it can be read.</param>
    public static async Task<LiveKeys> Read(
        MigrationPlan plan, Func<SourcePlan, LiveTable?> tables, Func<string, NpgsqlDataSource> source, NpgsqlDataSource target, CancellationToken cancellation)
    {
        var keys = new LiveKeys();
        foreach (var from in plan.Entities.Where(NeedsRanges).SelectMany(entity => entity.From).Where(from => from.Keys is not KeyPolicy.Assign))
        {
            if (tables(from) is { CanSelect: true } table && table.Column(from.Key) is { } key && KeyRule.IsInteger(key))
            {
                await keys.ReadRange(source(from.Source), from, cancellation);
            }
        }

        if (plan.Entities.Any(entity => entity.From.Any(from => from.Keys is KeyPolicy.Assign)))
        {
            await keys.ReadAssigned(target, cancellation);
        }

        return keys;
    }

    private static bool NeedsRanges(EntityPlan entity) => entity.From.Count > 1 || entity.From[0].Keys is KeyPolicy.Offset;

    private async Task ReadRange(NpgsqlDataSource database, SourcePlan from, CancellationToken cancellation)
    {
        var key = SqlName.Quote(from.Key);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var (low, high) = await connection.QuerySingleAsync<(long?, long?)>(
            new CommandDefinition($"select min({key})::bigint, max({key})::bigint from {from.Table.Sql}", cancellationToken: cancellation));
        if (low is { } lowest && high is { } highest)
        {
            _ranges[from] = (lowest, highest);
        }
    }

    private async Task ReadAssigned(NpgsqlDataSource target, CancellationToken cancellation)
    {
        await using var connection = await target.OpenConnectionAsync(cancellation);
        if (!await connection.ExecuteScalarAsync<bool>(SqlText.Of("Plan/HasAssignedKeys.sql")))
        {
            return;
        }

        foreach (var (entity, name, lowest) in await connection.QueryAsync<(string, string, long)>(SqlText.Of("Plan/ReadLowestAssigned.sql")))
        {
            _assigned[(entity, name)] = lowest;
        }
    }
}
