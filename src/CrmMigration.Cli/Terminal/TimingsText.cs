using CrmMigration.Reconcile;
using CrmMigration.Reconcile.Report;
using Spectre.Console;

namespace CrmMigration.Cli.Terminal;

/// <summary>Where the time went.</summary>
internal static class TimingsText
{
    public static void Write(IAnsiConsole console, RunReport report)
    {
        var timings = report.Entities.SelectMany(entity => entity.Timings.Select(timing => (entity.Name, Timing: timing))).ToList();
        if (timings.Count == 0)
        {
            return;
        }

        console.Heading("Time");
        var grid = TextGrid.Of(2, "", "phase", ">took", ">rows", ">rate");
        foreach (var (entity, timing) in timings)
        {
            var took = timing.FinishedAt - timing.StartedAt;
            grid.Add(
                entity,
                timing.Phase,
                Figures.Duration(took),
                timing.Rows == 0 ? "" : Figures.Count(timing.Rows),
                timing.Rows == 0 || took <= TimeSpan.Zero ? "" : Figures.Rate(timing.Rows / took.TotalSeconds));
        }

        console.Write(grid);
    }
}
