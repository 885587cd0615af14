using CrmMigration.Reconcile;

namespace CrmMigration.Rehearse.Forecast;

/// <summary>
/// What the ranges of a sample foresee of all rows. Who gives way to another row was found out among all of them, so that the number of
/// merged rows is known; the others are shares of the rest.
/// </summary>
internal sealed class SampledCounts
{
    private readonly EntityFacts facts;
    private readonly IReadOnlyList<RangeCount> ranges;
    private readonly EntityReport report;
    private readonly int[] partitions;
    private readonly ClusterSample all;
    private readonly ClusterSample rest;

    public SampledCounts(EntityFacts facts, IReadOnlyList<RangeCount> ranges, EntityReport report)
    {
        this.facts = facts;
        this.ranges = ranges;
        this.report = report;
        var read = ranges.Where(range => range.Kind == "read").ToDictionary(range => range.Partition, range => range.Rows);
        partitions = [.. read.Keys];
        var merged = Hits(range => range is { Kind: "fate", Rule: "merged" });
        all = new([.. partitions.Select(partition => read[partition])], facts.SourceRows);
        rest = new([.. partitions.Zip(merged, (partition, gone) => read[partition] - gone)], facts.SourceRows - facts.MergedRows);
    }

    public EntityForecast Forecast() => new()
    {
        SourceRows = facts.SourceRows,
        LoadedRows = facts.LoadedRows,
        Fates =
        [
            .. Reconcile.Report.Fate.AllOf(report.Counts).Select(fate => new FateForecast(fate.Name, OfFate(fate.Name))).Where(fate => fate.Rows.Likely > 0),
        ],
        Rejects = [.. report.Rejects.Select(rule => Of(rule, rest, range => range.Kind == "reject" && IsOf(range, rule)))],
        Skips = [.. report.Skips.Select(rule => Of(rule, rest, range => range.Kind == "skip" && IsOf(range, rule)))],
        Corrections = [.. report.Corrections.Select(rule => Of(rule, all, range => range.Kind == "correction" && IsOf(range, rule)))],
    };

    private Estimate OfFate(string fate) => fate switch
    {
        "merged" => Estimate.Exactly(facts.MergedRows),
        "rejected" => rest.Of(Hits(range => range.Kind == "reject")),
        _ => rest.Of(Hits(range => range.Kind == "fate" && range.Rule == fate)),
    };

    private RuleForecast Of(RuleCount rule, ClusterSample sample, Func<RangeCount, bool> which) => new(rule.Rule, rule.Field, rule.Reason, sample.Of(Hits(which)));

    private static bool IsOf(RangeCount range, RuleCount rule) => range.Rule == rule.Rule && range.Field == rule.Field;

    private long[] Hits(Func<RangeCount, bool> which)
    {
        var hits = ranges.Where(which).ToLookup(range => range.Partition, range => range.Rows);
        return [.. partitions.Select(partition => hits[partition].Sum())];
    }
}
