using System.Globalization;
using CrmMigration.Reconcile.Report;

namespace CrmMigration.Profile.Telling;

/// <summary>A table in a few words, shared by the terminal and the page.</summary>
public static class TableWords
{
    /// <summary>How much was read: <c>all 500,000 rows read</c>, or the sample, with what that means for the figures.</summary>
    public static string Read(TableProfile table)
    {
        var read = table.Read;
        return read.Method switch
        {
            ReadMethod.Whole when table.Rows <= 1 => table.Rows == 0 ? "it is empty" : "its one row read",
            ReadMethod.Whole => $"all {Figures.Counted(table.Rows, "row")} read",
            ReadMethod.Rows => string.Create(
                CultureInfo.InvariantCulture,
                $"a sample of {Figures.Count(read.Rows)} of {Figures.Counted(table.Rows, "row")} read ({read.Percent:0.####} %, row by row, seed {read.Seed}); in brackets, where the share of all rows lies in 95 of 100 cases"),
            _ => string.Create(
                CultureInfo.InvariantCulture,
                $"a sample of {Figures.Count(read.Rows)} of {Figures.Counted(table.Rows, "row")} read ({read.Percent:0.####} %, page by page, seed {read.Seed}); in brackets, where the share of all rows lies in 95 of 100 cases, as if the rows of a page were one"),
        };
    }

    /// <summary>What the shares of cleaners are made of, where that is not every value.</summary>
    public static string Tried(TableProfile table) => table.Read.Tried >= table.Rows
        ? "every value"
        : $"the values of {Figures.Counted(table.Read.Tried, "row")}";

    public static string Key(KeyProfile key) => key switch
    {
        { IsDeclared: true, IsPlanKey: true } => "the plan's key; the table makes it unique and not null.",
        { IsDeclared: true } => "unique and not null by the table.",
        { RepeatedRows: null } => $"not counted, as the table is very large.{Nulls(key)}",
        { IsUnique: true } => $"{(key.IsPlanKey ? "the plan's key; " : "")}unique and not null in today's rows, though nothing in the table makes sure of it.",
        { RepeatedRows: 0 } => $"{(key.IsPlanKey ? "the plan's key; " : "")}unique where there is a value.{Nulls(key)}",
        _ => $"{(key.IsPlanKey ? "the plan's key; " : "")}unique but for {Figures.Counted(key.RepeatedRows!.Value, "row")} ({Figures.Counted(key.RepeatedValues!.Value, "value")} in several rows).{Nulls(key)}",
    };

    public static string Reference(ReferenceProfile reference)
    {
        var basis = reference.Basis switch
        {
            ReferenceBasis.Plan => $"refers to {reference.Parent} by the plan",
            ReferenceBasis.ForeignKey => $"has a foreign key to {reference.Parent}, which the plan does not name",
            ReferenceBasis.Name => $"seems to refer to {reference.Parent} by its name and its values; the plan does not say so",
            _ => $"seems to refer to {reference.Parent} by its values; the plan does not say so",
        };
        return reference switch
        {
            { Orphans: { Values: 0, Of: var all } orphans } => $"{basis}; {(orphans.IsExact ? $"all {Figures.Counted(all, "value")}" : $"{Figures.Counted(all, "value")} of a sample")} found there.",
            { Orphans: { } orphans } => $"{basis}; {Figures.Count(orphans.Values)} of {Figures.Counted(orphans.Of, "value")} ({ShareWords.Interval(orphans)}) not found there.",
            _ => $"{basis}. {reference.Note}",
        };
    }

    public static string Match(MatchProfile match)
    {
        var (about, error) = match.Error > 0 ? ("about ", $" (give or take {Figures.Count((long)Math.Ceiling(match.Error))})") : ("", "");
        var found = match.Groups == 0
            ? "no two rows alike"
            : $"{about}{Figures.Counted(match.Groups, "group")}{error}, {about}{Figures.Counted(match.Rows, "row")} to be merged into another";
        return match.FrequentKeys == 0
            ? $"{found}."
            : $"{found}; {Figures.Counted(match.FrequentKeys, "key")} shared by more than {Figures.Count(match.Limit)} rows each ({Figures.Counted(match.FrequentRows, "row")}), which is no evidence.";
    }

    /// <summary>Why duplicates were not counted; null where they were, or there is no rule.</summary>
    public static string? NoMatches(TableProfile table) => table.HasMatchRules && table.Matches.Count == 0 && table.Read.Method != ReadMethod.Whole
        ? "Duplicates were not counted: a sample parts the rows that belong together. Read all rows (--sample 100%), or rehearse."
        : null;

    private static string Nulls(KeyProfile key) => key.Nulls == 0 ? "" : $" {Figures.Counted(key.Nulls, "row")} without a value.";
}
