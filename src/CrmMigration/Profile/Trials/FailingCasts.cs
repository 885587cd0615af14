using CrmMigration.Load;
using CrmMigration.Map;
using CrmMigration.Plan;
using Npgsql;

namespace CrmMigration.Profile.Trials;

/// <summary>Casts of a plan that the source's server cannot do for some row. One such row ends the reading of all, so they are left out of it.</summary>
internal static class FailingCasts
{
    /// <summary>Those of an entity's casts that fail, each tried over the whole table.</summary>
    public static async Task<IReadOnlyList<ReadColumn>> Find(CheckedEntity entity, NpgsqlDataSource source, CancellationToken cancellation)
    {
        var failing = new List<ReadColumn>();
        foreach (var cast in CastsOf(entity))
        {
            try
            {
                await using var command = source.CreateCommand($"select count({cast.Sql}) from {entity.Sources[0].Plan.Table.Sql}");
                await command.ExecuteNonQueryAsync(cancellation);
            }
            catch (PostgresException fault) when (fault.IsRowFault())
            {
                failing.Add(cast);
            }
        }

        return failing;
    }

    public static IEnumerable<ReadColumn> CastsOf(CheckedEntity entity) =>
        entity.Sources[0].Fields.SelectMany(field => field.From).Select(ReadColumn.Of).Where(column => column.Cast is not null).Distinct();

    /// <summary>The entity without the fields that need one of the casts, and without the rules that need one of these fields.</summary>
    public static CheckedEntity Without(this CheckedEntity entity, IReadOnlyCollection<ReadColumn> casts)
    {
        CheckedField[] kept = [.. entity.Sources[0].Fields.Where(field => !field.From.Any(column => casts.Contains(ReadColumn.Of(column))))];
        var lost = entity.Sources[0].Fields.Except(kept).SelectMany(field => field.To).Select(column => column.Name).ToHashSet();
        var source = entity.Sources[0].Plan with { Required = [.. entity.Sources[0].Plan.Required.Where(column => !lost.Contains(column))] };
        var plan = entity.Plan with { Match = [.. entity.Plan.Match.Where(rule => !rule.Any(lost.Contains))] };
        return entity with { Plan = plan, Sources = [entity.Sources[0] with { Plan = source, Fields = kept }] };
    }
}
