namespace CrmMigration.Reconcile.Report;

/// <summary>What a run found out about one entity, in sentences shared by the terminal and the page.</summary>
public static class EntityWords
{
    private const int PartitionsNamed = 8;

    /// <summary>The identity with its figures, without the fates that nobody met: <c>10 read = 8 created + 2 rejected</c>.</summary>
    public static string Identity(FateCounts counts)
    {
        var met = Fate.AllOf(counts).Where(fate => fate.Rows != 0).Select(fate => $"{Figures.Count(fate.Rows)} {fate.Name}").ToList();
        var sign = counts.AddsUp ? "=" : "≠";
        return $"{Figures.Count(counts.Read)} read {sign} {(met.Count == 0 ? "0" : string.Join(" + ", met))}";
    }

    /// <summary>The difference in words; empty when the identity holds.</summary>
    public static string Difference(FateCounts counts) => (counts.Read - counts.Accounted) switch
    {
        0 => "",
        1 => "1 row has no fate",
        > 1 and var missing => $"{Figures.Count(missing)} rows have no fate",
        -1 => "1 fate too many",
        var extra => $"{Figures.Count(-extra)} fates too many",
    };

    public static string Partitions(EntityReport entity) => entity switch
    {
        { Partitions: 0 } => "There was no partition to add up.",
        { PartitionsThatDoNotAddUp: 0, Partitions: 1 } => "The figures add up in its one partition.",
        { PartitionsThatDoNotAddUp: 0 } => $"The figures add up in each of {Figures.Count(entity.Partitions)} partitions.",
        _ => $"The figures do not add up in {Figures.Count(entity.PartitionsThatDoNotAddUp)} of {Figures.Counted(entity.Partitions, "partition")}.",
    };

    public static string Contents(EntityReport entity)
    {
        var (contents, place) = (entity.Contents, entity.Forecast is null ? "in the target" : "in the table that stood for the target");
        return contents switch
        {
            { Agrees: true, RowsSent: 0 } => "No row was sent, so there was nothing to compare.",
            { Agrees: true, RowsSent: 1 } => $"The one row that was sent was found {place} with the same contents.",
            { Agrees: true } => $"All {Figures.Count(contents.RowsSent)} rows that were sent were found {place} with the same contents.",
            { Agrees: null } => "The contents have not been compared yet.",
            _ => $"{Figures.Counted(contents.RowsSent, "row")} sent, {Figures.Count(contents.RowsFound)} found {place}; {Differing(contents.DifferingPartitions)}.",
        };
    }

    public static string Merges(EntityReport entity)
    {
        var merges = entity.Merges;
        if (merges is { Clusters: 0, FrequentKeys: 0 })
        {
            return "No duplicates were merged.";
        }

        // Duplicates are looked for among all rows; what they give to their survivors is known of those only that were loaded.
        var sampled = entity.Forecast is { IsSample: true } forecast ? forecast.Fates.FirstOrDefault(fate => fate.Fate == "merged")?.Rows.Likely ?? 0 : (long?)null;
        var found = merges.Clusters == 0
            ? "No duplicates were merged."
            : $"{Figures.Counted(merges.Clusters, "group")} of duplicates: {Figures.Counted(sampled ?? merges.MergedRows, "row")} gave way to a survivor; "
                + $"the largest group has {Figures.Counted(merges.LargestCluster, "row")}"
                + (sampled is null ? $"; {Figures.Counted(merges.FilledValues, "missing value")} of survivors filled from merged rows." : ".");
        return merges.FrequentKeys == 0 ? found : $"{found} {FrequentKeys(merges.FrequentKeys)}";
    }

    /// <summary>The entity's counts, and below them those of each source where there are several.</summary>
    public static IEnumerable<(string Name, FateCounts Counts)> Lines(EntityReport entity) =>
        entity.Sources.Where(_ => entity.Sources.Count > 1).Select(source => ($"  of {source.Name}", source.Counts)).Prepend((entity.Name, entity.Counts));

    /// <summary>How the source moved while it was read; empty when it did not.</summary>
    public static string Drift(EntityReport entity) => (entity.Sources.Sum(source => source.RowsCame), entity.Sources.Sum(source => source.RowsWent)) switch
    {
        (0, 0) => "",
        var (came, went) => $"The source changed during the run: {Figures.Counted(came, "row")} came and {Figures.Counted(went, "row")} went. They are not part of this run; the next one or a sync brings them.",
    };

    private static string FrequentKeys(long keys) => keys == 1
        ? "1 match key was shared by too many rows to be evidence."
        : $"{Figures.Count(keys)} match keys were shared by too many rows to be evidence.";

    private static string Differing(IReadOnlyList<int> partitions) => partitions.Count switch
    {
        0 => "no partition's contents differ",
        1 => $"the contents of partition {partitions[0]} differ",
        <= PartitionsNamed => $"the contents of partitions {string.Join(", ", partitions)} differ",
        _ => $"the contents of {Figures.Count(partitions.Count)} partitions differ, the first are {string.Join(", ", partitions.Take(PartitionsNamed))}",
    };
}
