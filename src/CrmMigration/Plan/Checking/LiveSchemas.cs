using CrmMigration.Schema;
using Npgsql;

namespace CrmMigration.Plan.Checking;

/// <summary>Everything a check reads from the databases; what follows is reasoning only.</summary>
/// <param name="Creatable">For each schema of a table to be created: may this role create there; null where there is no such
/// schema.</param>
/// <param name="MissingTypes">Types of source columns that a table to be created would need and the target does not know.</param>
internal sealed record LiveSchemas(
    IReadOnlyDictionary<string, LiveSide> Sources,
    LiveSide Target,
    IReadOnlyDictionary<string, bool?> Creatable,
    IReadOnlySet<string> MissingTypes,
    BookRights Books)
{
    public static async Task<LiveSchemas> Read(
        MigrationPlan plan, Func<string, NpgsqlDataSource> source, NpgsqlDataSource target, CancellationToken cancellation)
    {
        var sources = new Dictionary<string, LiveSide>(StringComparer.Ordinal);
        foreach (var entities in plan.Entities.GroupBy(entity => entity.Source))
        {
            TableName[] tables = [.. entities.Select(entity => entity.SourceTable)];
            sources[entities.Key] = await LiveSide.Read(plan.Sources[entities.Key], source(entities.Key), tables, cancellation);
        }

        var side = await LiveSide.Read(plan.TargetConnection, target, [.. plan.Entities.Select(entity => entity.TargetTable)], cancellation);
        EntityPlan[] created = [.. plan.Entities.Where(entity => entity.Create && !side.Tables.ContainsKey(entity.TargetTable))];
        var types = created.SelectMany(entity => sources[entity.Source].Tables.GetValueOrDefault(entity.SourceTable)?.Columns ?? []);
        var catalog = new Catalog(target);
        var missing = await catalog.ReadMissingTypes([.. types.Select(column => column.PlainType).Distinct()], cancellation);
        var creatable = new Dictionary<string, bool?>(StringComparer.Ordinal);
        foreach (var schema in created.Select(entity => entity.TargetTable.Schema).Distinct())
        {
            creatable[schema] = await catalog.CanCreateTablesIn(schema, cancellation);
        }

        return new(sources, side, creatable, missing.ToHashSet(), await BookRights.Read(target, cancellation));
    }

    public EntityTables TablesOf(EntityPlan entity)
    {
        var source = Sources[entity.Source].Tables.GetValueOrDefault(entity.SourceTable);
        var target = Target.Tables.GetValueOrDefault(entity.TargetTable);
        return new(
            entity,
            source is { Kind: 'r' or 'p' } ? source : null,
            target is { Kind: 'r' or 'p' } ? target : null,
            target is null && entity.Create);
    }
}
