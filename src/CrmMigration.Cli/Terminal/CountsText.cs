using System.Globalization;
using CrmMigration.Reconcile;
using CrmMigration.Reconcile.Report;
using Spectre.Console;

namespace CrmMigration.Cli.Terminal;

/// <summary>Rows by fate, entity by entity, with a mark whether the identity holds. Falls back to a sentence per entity where the table is too wide.</summary>
internal static class CountsText
{
    private static readonly int[] Gaps = [3, 2, 1];

    public static void Write(IAnsiConsole console, RunReport report)
    {
        console.Heading("Rows by fate");
        var gaps = Gaps.Where(gap => Width(report, gap) <= console.Profile.Width).ToList();
        if (gaps.Count > 0)
        {
            console.Write(Table(report, gaps[0]));
        }
        else
        {
            WriteSentences(console, report);
        }
    }

    private static Grid Table(RunReport report, int gap)
    {
        var grid = TextGrid.Of(gap, ["", .. Titles(report), ""]);
        foreach (var (name, counts, addsUp) in Lines(report))
        {
            grid.AddRow([new Text(name), .. Figures(report, counts).Select(Figure), new Markup(TextGrid.Mark(addsUp))]);
        }

        return grid;
    }

    private static void WriteSentences(IAnsiConsole console, RunReport report)
    {
        foreach (var (name, counts, addsUp) in Lines(report))
        {
            console.Point(TextGrid.Mark(addsUp), $"{name}: {EntityWords.Identity(counts)}");
        }
    }

    private static IEnumerable<(string Name, FateCounts Counts, bool AddsUp)> Lines(RunReport report)
    {
        foreach (var entity in report.Entities)
        {
            foreach (var (name, counts) in EntityWords.Lines(entity))
            {
                yield return (name, counts, counts.AddsUp && entity.PartitionsThatDoNotAddUp == 0);
            }
        }

        if (report.Entities.Count > 1)
        {
            yield return ("all", report.Counts, report.Counts.AddsUp);
        }
    }

    private static int Width(RunReport report, int gap)
    {
        var rows = Lines(report).Select(line => (string[])[line.Name, .. Figures(report, line.Counts).Select(Reconcile.Report.Figures.Count)])
            .Append(["", .. Titles(report).Select(title => title.TrimStart('>'))])
            .ToList();
        return Enumerable.Range(0, rows[0].Length).Sum(column => rows.Max(row => row[column].Length) + gap) + 1;
    }

    private static IEnumerable<string> Titles(RunReport report) => Fate.AllOf(default, report.Mode).Select(fate => $">{fate.Name}").Prepend(">read");

    private static IEnumerable<long> Figures(RunReport report, FateCounts counts) => Fate.AllOf(counts, report.Mode).Select(fate => fate.Rows).Prepend(counts.Read);

    private static Text Figure(long rows) =>
        rows == 0 ? new Text(rows.ToString(CultureInfo.InvariantCulture), TextGrid.Muted) : new Text(Reconcile.Report.Figures.Count(rows));
}
