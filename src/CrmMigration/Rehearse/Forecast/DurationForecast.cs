using CrmMigration.Flow;

namespace CrmMigration.Rehearse.Forecast;

/// <summary>
/// How long a run would be at an entity, from how long the rehearsal was: what only a rehearsal does left out, and what was done for a
/// sample as long as it takes for all rows. Steps of partitions are told apart into the time of a step and that of a row.
/// </summary>
internal sealed class DurationForecast
{
    // The same work takes more or less from one time to the next, on servers at rest.
    private const double Unrest = 0.25;

    private readonly EntityFacts facts;
    private readonly ILookup<string, RehearsedStep> steps;
    private double doubt = Unrest * Unrest;

    public DurationForecast(EntityFacts facts, IEnumerable<RehearsedStep> steps)
    {
        this.facts = facts;
        this.steps = steps.ToLookup(step => step.Step);
    }

    public Estimate Milliseconds()
    {
        var seconds = Wall(Steps.PartitionEntity.Name) + (facts is { LoadsFirst: false, MatchBuckets: > 0 } ? OfPartitions(Steps.ScanPartition.Name) : 0)
            + OfPartitions(Steps.LoadPartition.Name) + OfPartitions(Steps.PublishPartition.Name) + Wall(Steps.SettleMerges.Name)
            + OfPartitions(Steps.FillPartition.Name) + OfPartitions(Steps.MergePartition.Name) + Matching()
            + Wall(Steps.CompleteEntity.Name) + (Wall(Steps.ReconcileEntity.Name) * facts.Scale);
        return Estimate.Within(seconds * 1000, Math.Sqrt(doubt));
    }

    /// <summary>The time in which at least one of the steps was at work.</summary>
    public static double Union(IEnumerable<RehearsedStep> steps)
    {
        var (total, reached) = (0.0, DateTime.MinValue);
        foreach (var step in steps.OrderBy(step => step.BeganAt))
        {
            var from = step.BeganAt > reached ? step.BeganAt : reached;
            total += Math.Max(0, (step.EndedAt - from).TotalSeconds);
            reached = step.EndedAt > reached ? step.EndedAt : reached;
        }

        return total;
    }

    // The index is built while matches are looked for, of all rows in any case.
    private double Matching()
    {
        var match = Union(steps[Steps.MatchBucket.Name].Concat(steps[Steps.ClusterMatches.Name]));
        var rows = Math.Max(2, facts.LoadedRows);
        var growth = facts.Scale * Math.Log(Math.Max(2, facts.SourceRows)) / Math.Log(rows);
        return Math.Max(match, Wall(Steps.IndexLoaded.Name) * growth);
    }

    private double OfPartitions(string name)
    {
        var done = steps[name].ToList();
        var (busy, wall) = (done.Sum(step => step.Seconds), Union(done));
        if (busy <= 0)
        {
            return 0;
        }

        var copying = done.Sum(step => step.CopySeconds);
        if (!facts.IsSample)
        {
            return wall * (1 - (Math.Min(copying, busy) / busy));
        }

        var pace = StepPace.Of([.. done.Select(step => (step.Rows, Math.Max(0, step.Seconds - step.CopySeconds)))]);
        var atOnce = Math.Clamp(busy / wall, 1, facts.Partitions);
        doubt = Math.Max(doubt, (Unrest * Unrest) + (4 * pace.Doubt * pace.Doubt));
        return pace.Seconds(facts.Partitions, facts.SourceRows) / atOnce;
    }

    private double Wall(string name) => Union(steps[name]);
}
