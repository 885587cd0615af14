using CrmMigration.Plan.Reading;
using Npgsql;

namespace CrmMigration.Plan.Checking;

/// <summary>A plan compared with its sources alone, as if it created every target table: what can be told before there is a target.</summary>
/// <param name="Tables">Source tables that are there, in the order of the plan.</param>
internal sealed record SourceCheck(IReadOnlyList<PlanMistake> Mistakes, IReadOnlyList<PlanMistake> Warnings, IReadOnlyList<SourceTable> Tables)
{
    public static async Task<SourceCheck> Of(MigrationPlan plan, Func<string, NpgsqlDataSource> source, CancellationToken cancellation)
    {
        var creating = plan with { Entities = [.. plan.Entities.Select(entity => entity with { Create = true })] };
        var schemas = await LiveSchemas.ReadSources(creating, source, cancellation);
        var findings = new CheckFindings(plan.Json);
        new DatabaseCheck(findings, schemas).Check(plan.TargetPath);
        var entities = PlanCheck.Resolve([.. creating.Entities.Select(schemas.TablesOf)], schemas, findings);
        var references = new ReferenceCheck(findings, entities.ToDictionary(entity => entity.Plan.Name));
        Array.ForEach(entities, references.Check);
        EntityOrder.Of(entities, findings);
        var totals = entities.ToDictionary(entity => entity.Plan.Name, entity => new TotalCheck(findings, entity).Check());
        return new(findings.Mistakes, findings.Warnings, [.. entities.SelectMany(entity => TablesOf(entity, findings.Mistakes))]);
    }

    private static IEnumerable<SourceTable> TablesOf(ResolvedEntity entity, IReadOnlyList<PlanMistake> mistakes)
    {
        var maps = entity.TargetKey is not null && !mistakes.Any(mistake => Spoils(mistake, entity));
        return entity.Sources.Where(source => source.Tables.Source is not null).Select(source => new SourceTable(
            entity.Plan, source.Plan, source.Tables.Source!, maps && source.Key is { } key && KeyRule.Supports(key) ? Mapped(entity, source, key) : null));
    }

    // A key that repeats stops a run; rows can be mapped and counted all the same.
    private static bool Spoils(PlanMistake mistake, ResolvedEntity entity)
    {
        var path = PlanPath.Entity(entity.Plan.Name);
        var inside = mistake.Path == path || mistake.Path.StartsWith($"{path}.", StringComparison.Ordinal) || mistake.Path.StartsWith($"{path}[", StringComparison.Ordinal);
        return inside && !entity.Sources.Any(source => mistake.Path == source.Tables.FromPath("key"));
    }

    private static CheckedEntity Mapped(ResolvedEntity entity, ResolvedSource source, LiveColumn key) =>
        new(entity.Plan, entity.TargetKey!, [new CheckedSource(source.Plan, key, HashKeys.ForTrials.GiveTo(source.Fields))], CreatesTarget: true);
}
