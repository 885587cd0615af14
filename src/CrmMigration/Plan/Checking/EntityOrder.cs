using CrmMigration.Plan.Reading;

namespace CrmMigration.Plan.Checking;

/// <summary>Parents before children; entities that do not depend on one another keep the order of the plan.</summary>
internal static class EntityOrder
{
    /// <summary>A cycle is reported and leaves its entities out.</summary>
    public static IReadOnlyList<ResolvedEntity> Of(IReadOnlyList<ResolvedEntity> entities, CheckFindings findings)
    {
        var waiting = entities.ToList();
        var ordered = new List<ResolvedEntity>();
        while (waiting.Find(entity => !Parents(entity.Plan).Any(parent => waiting.Exists(other => other.Plan.Name == parent))) is { } next)
        {
            ordered.Add(next);
            waiting.Remove(next);
        }

        if (waiting.Count > 0)
        {
            ReportCycle(waiting, findings);
        }

        return ordered;
    }

    /// <summary>A reference to itself is a mistake that is told elsewhere, and no cycle.</summary>
    private static IEnumerable<string> Parents(EntityPlan entity) => entity.References.Values.Where(parent => parent != entity.Name);

    /// <summary>Walks up from any waiting entity; as each waits for another one, a name comes round again.</summary>
    private static void ReportCycle(List<ResolvedEntity> waiting, CheckFindings findings)
    {
        var walked = new List<string>();
        var entity = waiting[0];
        while (!walked.Contains(entity.Plan.Name))
        {
            walked.Add(entity.Plan.Name);
            entity = waiting.First(other => Parents(entity.Plan).Contains(other.Plan.Name));
        }

        var cycle = walked.SkipWhile(name => name != entity.Plan.Name).Append(entity.Plan.Name);
        findings.Mistake(
            PlanPath.Of(entity.Tables.Path, "references"), $"the references go round in a circle: {string.Join(" -> ", cycle)}",
            "parents that do not depend on their children",
            "Remove one reference of the circle: cycles are not supported yet.");
    }
}
