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
    private readonly Dictionary<SourcePlan, IReadOnlyDictionary<string, string>> _faults = [];

    /// <summary>The keys there are, where sources could meet.</summary>
    public LiveKeys Keys { get; private init; } = new();

    /// <summary>What the last pass saw; nothing where only sources are looked at.</summary>
    public SeenSources Seen { get; private init; } = new();

    public static async Task<LiveSchemas> Read(
        MigrationPlan plan, Func<string, NpgsqlDataSource> source, NpgsqlDataSource target, CancellationToken cancellation)
    {
        // At the same time; neither is left at work where the other fails.
        var reading = (Sources: Sides(plan, source, cancellation), Target: LiveSide.Read(plan.TargetConnection, target, [.. plan.Entities.Select(entity => entity.TargetTable)], cancellation));
        await Task.WhenAll(reading.Sources, reading.Target);
        var (sources, side) = (await reading.Sources, await reading.Target);
        EntityPlan[] created = [.. plan.Entities.Where(entity => entity.Create && !side.Tables.ContainsKey(entity.TargetTable))];
        var types = created.SelectMany(entity => entity.From).SelectMany(from => sources[from.Source].Tables.GetValueOrDefault(from.Table)?.Columns ?? []);
        var catalog = new Catalog(target);
        var missing = await catalog.ReadMissingTypes([.. types.Select(column => column.PlainType).Distinct()], cancellation);
        var creatable = new Dictionary<string, bool?>(StringComparer.Ordinal);
        foreach (var schema in created.Select(entity => entity.TargetTable.Schema).Distinct())
        {
            creatable[schema] = await catalog.CanCreateTablesIn(schema, cancellation);
        }

        var schemas = new LiveSchemas(sources, side, creatable, missing.ToHashSet(), await BookRights.Read(target, cancellation));
        schemas = schemas with
        {
            Keys = await LiveKeys.Read(plan, schemas.SourceTable, source, target, cancellation),
            Seen = await SeenSources.Read(plan.Name, target, cancellation),
        };
        await schemas.AskForFaults(plan, source, cancellation);
        return schemas;
    }

    /// <summary>The sources alone, with a target that holds nothing and lets everything be created.</summary>
    public static async Task<LiveSchemas> ReadSources(MigrationPlan plan, Func<string, NpgsqlDataSource> source, CancellationToken cancellation)
    {
        var schemas = new LiveSchemas(
            await Sides(plan, source, cancellation),
            new(plan.TargetConnection, new("", int.MaxValue, InRecovery: false), new Dictionary<TableName, LiveTable>(), []),
            plan.Entities.Select(entity => entity.TargetTable.Schema).Distinct().ToDictionary(schema => schema, bool? (_) => true),
            new HashSet<string>(),
            new("", "", null, MayStage: true, MayCreateSchema: true, MayUse: true, MayCreateTables: true, IsInstalled: false, null));
        await schemas.AskForFaults(plan, source, cancellation);
        return schemas;
    }

    /// <summary>The tables of an entity, source by source.</summary>
    public IReadOnlyList<EntityTables> TablesOf(EntityPlan entity)
    {
        var target = Target.Tables.GetValueOrDefault(entity.TargetTable);
        return [.. entity.From.Select(from => new EntityTables(
            entity,
            from,
            SourceTable(from),
            target is { Kind: 'r' or 'p' } ? target : null,
            target is null && entity.Create)
        {
            Faults = _faults.GetValueOrDefault(from) ?? new Dictionary<string, string>(),
        })];
    }

    private static async Task<Dictionary<string, LiveSide>> Sides(MigrationPlan plan, Func<string, NpgsqlDataSource> source, CancellationToken cancellation)
    {
        var sources = new Dictionary<string, LiveSide>(StringComparer.Ordinal);
        foreach (var read in plan.Entities.SelectMany(entity => entity.From).GroupBy(from => from.Source))
        {
            TableName[] tables = [.. read.Select(from => from.Table)];
            sources[read.Key] = await LiveSide.Read(plan.Sources[read.Key], source(read.Key), tables, cancellation);
        }

        return sources;
    }

    private async Task AskForFaults(MigrationPlan plan, Func<string, NpgsqlDataSource> source, CancellationToken cancellation)
    {
        foreach (var from in plan.Entities.SelectMany(entity => entity.From))
        {
            if (SourceTable(from) is { CanSelect: true } table)
            {
                _faults[from] = await SourceFaults.Read(source(from.Source), table, SourceFaults.ExpressionsOf(from, table), cancellation);
            }
        }
    }

    private LiveTable? SourceTable(SourcePlan from) =>
        Sources[from.Source].Tables.GetValueOrDefault(from.Table) is { Kind: 'r' or 'p' } table ? table : null;
}
