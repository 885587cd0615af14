using CrmMigration.Reconcile.Report;

namespace CrmMigration.Verify;

/// <summary>What a verification found, in sentences shared by books, terminal and page.</summary>
public static class VerificationWords
{
    /// <summary>What speaks against it; empty where source and target agree.</summary>
    public static IEnumerable<string> Findings(string entity, EntityVerification found)
    {
        foreach (var group in found.Differences.Where(group => group.Rows > group.Repaired))
        {
            yield return $"{entity}: {Sentence(group)}";
        }

        foreach (var source in found.Sources.Where(source => !source.AddsUp))
        {
            yield return $"{entity}: the rows of {source.Source} do not add up to the {Figures.Count(source.Compared)} that were compared.";
        }
    }

    /// <summary>What a reader should know besides.</summary>
    public static IEnumerable<string> Notes(EntityVerification found)
    {
        foreach (var source in found.Sources)
        {
            var of = found.Sources.Count > 1 ? $" of {source.Source}" : "";
            if (source.ChangedSince > 0)
            {
                yield return $"{Figures.Counted(source.ChangedSince, "row")}{of} were written in the source since the last pass, or by transactions that were open then; the next pass looks at them.";
            }

            if (source.Doubt is { } doubt)
            {
                yield return doubt;
            }

            if (source.Compared != source.Rows)
            {
                yield return $"The source{of} held {Figures.Count(source.Rows)} rows when its keys were counted, and {Figures.Count(source.Compared)} when they were read: it changed meanwhile.";
            }
        }

        if (found.Unknown > 0)
        {
            yield return $"Of {Figures.Counted(found.Unknown, "row")} nobody knows what was written, so aggregates cannot tell whether they were edited. --deep compares them by value.";
        }

        if (found.TargetRows > found.OwnRows)
        {
            yield return $"The target holds {Figures.Counted(found.TargetRows - found.OwnRows, "row")} besides, that no run of the plan brought.";
        }
    }

    /// <summary>How sure it is.</summary>
    public static string Depth(EntityVerification found) => found.Deep
        ? "Every row was mapped again and compared by value."
        : "Keys and contents were compared by counts and sums of hashes: the source's keys with the books, and the target's rows with what was written last. Whether the plan makes the same values today, --deep tells.";

    /// <summary>Where in the source differences lie.</summary>
    public static string Range(VerifiedRange range)
    {
        var keys = (range.After, range.Through) switch
        {
            (null, null) => "all keys",
            (null, { } through) => $"keys up to {through}",
            ({ } after, null) => $"keys above {after}",
            var (after, through) => $"keys above {after} up to {through}",
        };
        return $"{range.Source}, {keys}: {Figures.Count(range.Differing)} differing and {Figures.Count(range.Missing)} missing of {Figures.Counted(range.Rows, "row")}";
    }

    /// <summary>What a repair did.</summary>
    public static string Repaired(DifferenceGroup group) => $"{Figures.Counted(group.Repaired, "row")} repaired that had been {Meaning(group)}.";

    /// <summary>One group of differences.</summary>
    public static string Sentence(DifferenceGroup group)
    {
        var rows = Figures.Counted(group.Rows - group.Repaired, "row");
        var keys = group.SampleKeys.Count == 0 ? "" : $" Keys: {string.Join(", ", group.SampleKeys)}{(group.Rows - group.Repaired > group.SampleKeys.Count ? ", …" : "")}.";
        var columns = group.Columns.Count == 0 ? "" : $" Columns: {string.Join(", ", group.Columns)}.";
        return $"{rows} {Meaning(group)}.{columns}{keys}";
    }

    private static string Meaning(DifferenceGroup group) => group.Why switch
    {
        "edited" => "differing, changed in the target since written",
        "other-values" => "differing: the target holds what was written, and the plan makes other values of the source now",
        "unknown" => "differing, and nobody knows what was written",
        "never-came" => "missing: in the source, and no run or pass has brought it",
        "deleted" => "missing: written once, and not in the target any more",
        _ => "extra: gone from the source since the last pass, and still in the target",
    };
}
