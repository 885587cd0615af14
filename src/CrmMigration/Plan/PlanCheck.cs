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
        new DatabaseCheck(findings, schemas).Check(plan.TargetPath);
        IReadOnlyList<EntityTables>[] tables = [.. plan.Entities.Select(schemas.TablesOf)];
        EntityTables[] targets = [.. tables.Select(entity => entity[0])];
        var entities = Resolve(tables, schemas, findings);
        new BooksCheck(findings, schemas).Check(plan.TargetPath, targets);
        foreach (var entity in entities)
        {
            new KeyRangeCheck(findings, entity).Check(schemas.Keys);
        }

        new OverlapCheck(findings, schemas).Check(targets);
        var references = new ReferenceCheck(findings, entities.ToDictionary(entity => entity.Plan.Name));
        Array.ForEach(entities, references.Check);
        var totals = entities.ToDictionary(entity => entity.Plan.Name, entity => new TotalCheck(findings, entity).Check());
        Array.ForEach(targets, new MarkCheck(findings).Check);
        EntityTables[] sources = [.. tables.SelectMany(entity => entity)];
        Array.ForEach(sources, new ChangesCheck(findings).Check);
        Array.ForEach(sources, new LogCheck(findings, plan.Name).Check);
        var drift = new DriftCheck(schemas.Seen, plan.Json);
        Array.ForEach(entities, entity => drift.Check(entity, findings));
        var ordered = EntityOrder.Of(entities, findings);
        CheckedPlan Whole() => new(plan, [.. ordered.Select(entity => Checked(entity, totals[entity.Plan.Name], drift))]) { Drift = drift.Found };
        return new(findings.Mistakes, findings.Warnings, findings.Mistakes.Count > 0 ? null : Whole()) { Drift = drift.Found };
    }

    /// <summary>The columns and keys of all entities; what is wrong with them goes to the findings.</summary>
    internal static ResolvedEntity[] Resolve(IReadOnlyList<EntityTables>[] tables, LiveSchemas schemas, CheckFindings findings)
    {
        Array.ForEach(tables, new TableCheck(findings, schemas).Check);
        ResolvedEntity[] entities = [.. tables.Select(entity => Resolve(entity, findings))];
        var byName = entities.ToDictionary(entity => entity.Plan.Name);
        entities = [.. entities.Select(entity => ReferencedKeys.Typed(entity, byName))];
        foreach (var entity in entities)
        {
            new WrittenCheck(findings, entity).Check(schemas.MissingTypes);
        }

        return entities;
    }

    private static ResolvedEntity Resolve(IReadOnlyList<EntityTables> tables, CheckFindings findings)
    {
        var check = new KeyCheck(findings);
        LiveColumn?[] keys = [.. tables.Select(check.Source)];
        var target = check.Target(tables[0], keys);
        ResolvedSource[] sources = [.. tables.Zip(keys, (source, key) => Resolve(source, (key, target), findings))];
        return new(target, new CreatedTable(findings).Unite(sources));
    }

    private static ResolvedSource Resolve(EntityTables tables, (LiveColumn? Source, LiveColumn? Target) keys, CheckFindings findings)
    {
        new KeyCheck(findings).Compare(tables, keys.Source, keys.Target);
        new ConditionCheck(findings, tables).Check();
        var fields = tables.From.Fields is { } written ? new FieldCheck(findings, tables).Check(written) : new SameNames(findings, tables).Check();
        return new(tables, keys.Source, fields);
    }

    private static CheckedEntity Checked(ResolvedEntity entity, IReadOnlyList<ControlTotalPlan> totals, DriftCheck drift) => new(
        entity.Plan,
        entity.TargetKey!,
        [.. entity.Sources.Select(source => Checked(source, drift))],
        entity.Tables.Creates)
    {
        Totals = totals,
        MarkIsTime = MarkCheck.IsTime(entity.Tables),
    };

    private static CheckedSource Checked(ResolvedSource source, DriftCheck drift) => new(source.Plan, source.Key!, source.Fields)
    {
        ChangedAt = source.Plan.Changes is ChangesPlan.ByColumn changes ? source.Tables.Source!.Column(changes.ChangedAt) : null,
        Seen = DriftCheck.Seen(source),
        News = drift.News(source),
    };
}
