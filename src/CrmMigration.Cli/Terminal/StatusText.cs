using CrmMigration.Cli.Connections;
using CrmMigration.Reconcile.Report;
using CrmMigration.Runs;
using Spectre.Console;

namespace CrmMigration.Cli.Terminal;

/// <summary>Where runs stand.</summary>
internal static class StatusText
{
    public static void WriteAll(IAnsiConsole console, IReadOnlyList<FoundRun> runs)
    {
        if (runs.Count == 0)
        {
            console.WriteLine("There is no run yet. Start one with: crm-migrate run PLAN");
            return;
        }

        var grid = TextGrid.Of(2, "run", "mode", "state", "started", ">read", "in");
        foreach (var (connection, run) in runs)
        {
            grid.AddRow(
                new Text(run.RunId),
                new Text(run.Mode.ToString().ToLowerInvariant()),
                new Text(run.State, StyleOf(run.State)),
                new Text(Figures.Moment(run.StartedAt)),
                new Text(Figures.Count(run.Counts.Read)),
                new Text(connection));
        }

        console.Write(grid);
    }

    public static void Write(IAnsiConsole console, FoundRun run)
    {
        var status = run.Status;
        var grid = TextGrid.Of(2, "", "…");
        Line(grid, status.Mode == RunMode.Rehearsal ? "rehearsal" : "run", new Text(status.RunId));
        Line(grid, "plan", new Text($"{status.Plan} (in {run.Connection})"));
        Line(grid, "state", new Text(status.State, StyleOf(status.State)));
        Line(grid, "phase", status.Phase is null ? null : new Text(status.Phase));
        Line(grid, "started", new Text(Figures.Moment(status.StartedAt)));
        Line(grid, "finished", status.FinishedAt is { } finished ? new Text(Figures.Moment(finished)) : null);
        Line(grid, "partitions", new Text($"{Figures.Count(status.PartitionsDone)} of {Figures.Count(status.PartitionsTotal)}"));
        Line(grid, "rows", new Text(EntityWords.Identity(status.Counts)));
        Line(grid, "rate", status.RowsPerSecond is { } rate ? new Text(Figures.Rate(rate)) : null);
        Line(grid, "left", status.Remaining is { } remaining ? new Text(Figures.Duration(remaining)) : null);
        Line(grid, "lag", status.Lag is { } lag ? new Text(LagWords.Of(lag)) : null);
        Line(grid, "failure", status.Failure is null ? null : new Text(status.Failure));
        foreach (var remark in status.Remarks)
        {
            Line(grid, "remark", new Text(remark));
        }

        Line(grid, "next", Next(status) is { } next ? new Text(next) : null);
        console.Write(grid);
    }

    private static void Line(Grid grid, string name, Text? value)
    {
        if (value is not null)
        {
            grid.AddRow(new Text(name, TextGrid.Muted), value);
        }
    }

    private static string? Next(RunStatus status) => status.State switch
    {
        "paused" or "stopped" or "failed" or "interrupted" => $"crm-migrate resume {status.RunId}",
        "reconciled" or "replaying" or "not-reconciled" or "withdrawn" => $"crm-migrate report {status.RunId}",
        "half-withdrawn" => $"crm-migrate withdraw {status.RunId}",
        _ => null,
    };

    private static Style StyleOf(string state) => Style.Parse(state switch
    {
        "reconciled" => "green",
        "running" or "replaying" or "withdrawing" => "blue",
        "paused" or "cancelled" or "stopped" or "interrupted" or "half-withdrawn" or "withdrawn" => "yellow",
        _ => "red",
    });
}
