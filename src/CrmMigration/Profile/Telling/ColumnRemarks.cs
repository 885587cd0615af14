using CrmMigration.Reconcile.Report;

namespace CrmMigration.Profile.Telling;

/// <summary>What stands out of a column's values.</summary>
internal static class ColumnRemarks
{
    private const double Some = 0.5;
    private const double Many = 2;

    public static IEnumerable<Told> Of(TableProfile table, ColumnProfile column) => table.Rows == 0
        ? []
        : All(table, column).OfType<Told>();

    private static IEnumerable<Told?> All(TableProfile table, ColumnProfile column)
    {
        yield return Constant(table, column);
        yield return Placeholders(table, column);
        yield return NotFinite(table, column);
        yield return Spellings(table, column);
        if (column.Text is { } text)
        {
            yield return Nothing(table, column, text);
            yield return Share(table, column, text.Garbled, 0, "look as if they were read in a wrong encoding (Ã© for é)");
            yield return Share(table, column, text.ControlCharacters, 0, "hold line breaks, tabs or other characters that cannot be seen");
            if (column.Transforms.Count == 0 && column.MovesTo.Count > 0)
            {
                yield return Capitals(table, column, text);
                yield return Share(table, column, text.Padded, 0, "have blank space around them, and the plan moves them as they are");
                yield return Share(table, column, text.DoubleSpaces, Some, "have several spaces between words, and the plan moves them as they are");
            }

            yield return LooksLike(table, column);
        }
    }

    private static Told? Share(TableProfile table, ColumnProfile column, Share share, double least, string what) =>
        share.Values > 0 && share.Percent >= least ? Told.Notice(table, column.Name, $"{ShareWords.Counted(share, "value")} {what}.", share.Percent) : null;

    private static Told? Constant(TableProfile table, ColumnProfile column) => column switch
    {
        { Nulls: { Percent: 100 } } => Told.Notice(table, column.Name, "It never holds a value.", Some),
        { Distinct: { Values: 1, OfSample: false }, Nulls.Values: 0 } when table.Rows > 1 => Told.Notice(table, column.Name, "It holds the same value in every row.", Some),
        _ => null,
    };

    private static Told? Placeholders(TableProfile table, ColumnProfile column)
    {
        var total = column.Placeholders.Sum(placeholder => placeholder.Share.Percent);
        var few = column.Placeholders.Where(placeholder => placeholder.Share.Percent >= Some / 5).Take(3).Select(placeholder => $"{placeholder.Name} ({ShareWords.Percent(placeholder.Share)})");
        return total < Some ? null : Told.Notice(table, column.Name, $"Placeholders stand for values that are not known: {string.Join(", ", few)}.", total);
    }

    private static Told? NotFinite(TableProfile table, ColumnProfile column)
    {
        string[] found =
        [
            .. column.NotNumbers > 0 ? [$"{Figures.Counted(column.NotNumbers, "row")} with NaN"] : Array.Empty<string>(),
            .. column.Infinite > 0 ? [$"{Figures.Counted(column.Infinite, "row")} with infinity"] : Array.Empty<string>(),
        ];
        return found.Length == 0 ? null : Told.Notice(table, column.Name, $"There are {string.Join(" and ", found)}.", Some);
    }

    private static Told? Spellings(TableProfile table, ColumnProfile column)
    {
        var several = (column.Codes ?? []).GroupBy(code => code.Name.Trim(), StringComparer.OrdinalIgnoreCase).Where(codes => codes.Count() > 1).ToList();
        return several.Count == 0
            ? null
            : Told.Notice(
                table, column.Name, $"One value is written in several ways: {string.Join("; ", several.Take(3).Select(codes => string.Join(", ", codes.Select(code => $"'{code.Name}'"))))}.",
                several.Sum(codes => codes.Skip(1).Sum(code => code.Share.Percent)));
    }

    private static Told? Nothing(TableProfile table, ColumnProfile column, TextProfile text) => text.Blank.Percent < Some
        ? null
        : Told.Notice(
            table, column.Name,
            column.Nulls.Values == 0
                ? $"{ShareWords.Counted(text.Blank, "value")} are empty texts."
                : $"{ShareWords.Counted(text.Blank, "value")} are empty texts, besides {Figures.Counted(column.Nulls.Values, "row")} without a value: two ways to say the same.",
            text.Blank.Percent);

    // All capitals throughout is a style; capitals among others are a trace of several hands.
    private static Told? Capitals(TableProfile table, ColumnProfile column, TextProfile text) =>
        column.Codes is null && text.AllCapitals.Percent >= Many && text.MixedCase.Percent + text.AllSmall.Percent >= Many
            ? Told.Notice(table, column.Name, $"{ShareWords.Counted(text.AllCapitals, "value")} are written in capitals, unlike the others.", text.AllCapitals.Percent)
            : null;

    private static Told? LooksLike(TableProfile table, ColumnProfile column)
    {
        var best = column.Transforms.Count > 0 || column.Name == table.Key
            ? null
            : column.Cleaners.Where(cleaner => CleanerWords.Tells(column, cleaner)).MaxBy(cleaner => CleanerWords.Accepted(cleaner).Percent);
        return best is null
            ? null
            : Told.Notice(
                table, column.Name,
                $"{ShareWords.Percent(CleanerWords.Accepted(best))} of its values are {CleanerWords.Plural(best.Cleaner)}{(best.Tidied.Values > 0 ? ", not all written alike" : "")}, "
                    + $"and the plan {(column.MovesTo.Count > 0 ? "moves them as they are" : "leaves them behind")}. The transform {best.Cleaner} would clean them.",
                Many);
    }
}
