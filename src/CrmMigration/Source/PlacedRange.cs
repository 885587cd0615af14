using CrmMigration.Map;
using CrmMigration.Plan;
using Dapper;
using Npgsql;

namespace CrmMigration.Source;

/// <summary>The lowest and the highest number that the rows of a source have as keys in the target.</summary>
internal sealed record PlacedRange(long Low, long High)
{
    /// <summary>
    /// The highest number of all sources of an entity. Of rejected and merged rows too: a later run may bring them, and must not find somebody
    /// else's row at their key. Keys that the target's own sequence gave are behind it already.
    /// </summary>
    public static async Task<long?> Highest(Func<CheckedSource, NpgsqlDataSource> databases, CheckedEntity entity, CancellationToken cancellation)
    {
        long? highest = null;
        foreach (var source in entity.Sources)
        {
            var range = await Read(databases(source), entity, source, cancellation);
            highest = range is { High: var high } && !(highest >= high) ? high : highest;
        }

        return highest;
    }

    /// <summary>Null for no rows, and for keys that are no numbers or that the target gives.</summary>
    public static async Task<PlacedRange?> Read(NpgsqlDataSource database, CheckedEntity entity, CheckedSource source, CancellationToken cancellation)
    {
        if (!KeyKinds.Of(source.Key.BaseType)!.Value.IsInteger() || KeyPlacement.Of(entity, source) is not { } placement || placement is NamedKeys)
        {
            return null;
        }

        var key = SqlName.Quote(source.Key.Name);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var (low, high) = await connection.QuerySingleAsync<(long?, long?)>(new CommandDefinition(
            $"select min({key})::bigint, max({key})::bigint from {source.Plan.Table.Sql}", cancellationToken: cancellation));
        return low is null ? null : new(Placed(low.Value), Placed(high!.Value));

        // Beyond the target's type a row is refused, so that its own number harms nobody.
        long Placed(long number) => placement.Place(new(number))?.Number ?? number;
    }
}
