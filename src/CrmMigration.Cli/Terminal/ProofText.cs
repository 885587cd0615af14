using CrmMigration.Reconcile;
using CrmMigration.Reconcile.Report;
using Spectre.Console;

namespace CrmMigration.Cli.Terminal;

/// <summary>What proves the counts: the identity, the contents and the control totals.</summary>
internal static class ProofText
{
    public static void Write(IAnsiConsole console, RunReport report)
    {
        console.Heading("Proof");
        foreach (var entity in report.Entities)
        {
            console.Point(TextGrid.Mark(entity.Counts.AddsUp && entity.PartitionsThatDoNotAddUp == 0), $"{entity.Name}: {Identity(entity)}");
            console.Point(TextGrid.Mark(entity.Contents.Agrees), $"{entity.Name}: {EntityWords.Contents(entity)}");
            if (EntityWords.Drift(entity) is { Length: > 0 } drift)
            {
                console.Point("•", $"{entity.Name}: {drift}");
            }
        }

        WriteTotals(console, report);
    }

    private static string Identity(EntityReport entity) => entity.Counts.AddsUp
        ? EntityWords.Partitions(entity)
        : $"{EntityWords.Difference(entity.Counts)}. {EntityWords.Partitions(entity)}";

    private static void WriteTotals(IAnsiConsole console, RunReport report)
    {
        var totals = report.Entities.SelectMany(entity => entity.Totals.Select(total => (entity.Name, Total: total))).ToList();
        if (totals.Count == 0)
        {
            return;
        }

        console.Heading("Control totals");
        var grid = TextGrid.Of(2, "sum…", ">read =", ">loaded +", ">left out", "");
        foreach (var (entity, total) in totals)
        {
            grid.AddRow(
                new Text($"{entity}.{total.Column}{(total.GroupColumn is null ? "" : $" {total.Group ?? "(no value)"}")}{(total.Source is null ? "" : $" of {total.Source}")}"),
                new Text(Figures.Exact(total.Read)),
                new Text(Figures.Exact(total.Loaded)),
                new Text(Figures.Exact(total.LeftOut)),
                new Markup(TextGrid.Mark(total.Agrees)));
        }

        console.Write(grid);
    }
}
