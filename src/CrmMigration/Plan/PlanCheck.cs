using CrmMigration.Plan.Checking;
using Npgsql;

namespace CrmMigration.Plan;

/// <summary>Compares a plan with the live schemas on both sides. Reads only; nothing is written.</summary>
public static class PlanCheck
{
    /// <summary>Finds every mistake at once. Failures to connect or to read come through as they are.</summary>
    /// <param name="source">Gives the data source of a source by the name it has in the plan.</param>
    public static async Task<CheckResult> Check(
        MigrationPlan plan, Func<string, NpgsqlDataSource> source, NpgsqlDataSource target, CancellationToken cancellation)
    {
        var schemas = await LiveSchemas.Read(plan, source, target, cancellation);
        var findings = new CheckFindings(plan.Json);
        new DatabaseCheck(findings, schemas).Check();
        EntityTables[] tables = [.. plan.Entities.Select(schemas.TablesOf)];
        new BooksCheck(findings, schemas).Check(tables);
        ResolvedEntity[] entities = [.. tables.Select(entity => Resolve(entity, schemas, findings))];
        new OverlapCheck(findings, schemas).Check(tables);
        var references = new ReferenceCheck(findings, entities.ToDictionary(entity => entity.Plan.Name));
        Array.ForEach(entities, references.Check);
        var totals = entities.ToDictionary(entity => entity.Plan.Name, entity => new TotalCheck(findings, entity).Check());
        var ordered = EntityOrder.Of(entities, findings);
        return new(
            findings.Mistakes,
            findings.Warnings,
            findings.Mistakes.Count > 0 ? null : new(plan, [.. ordered.Select(entity => Checked(entity, totals[entity.Plan.Name]))]));
    }

    private static ResolvedEntity Resolve(EntityTables tables, LiveSchemas schemas, CheckFindings findings)
    {
        new TableCheck(findings, schemas).Check(tables);
        var (source, target) = new KeyCheck(findings, tables).Check();
        var fields = tables.Plan.Fields is { } written ? new FieldCheck(findings, tables).Check(written) : new SameNames(findings, tables).Check();
        var entity = new ResolvedEntity(tables, source, target, fields);
        new WrittenCheck(findings, entity).Check(schemas.MissingTypes);
        return entity;
    }

    private static CheckedEntity Checked(ResolvedEntity entity, IReadOnlyList<ControlTotalPlan> totals) =>
        new(entity.Plan, entity.SourceKey!, entity.TargetKey!, entity.Fields, entity.Tables.Creates) { Totals = totals };
}
