using CrmMigration.Reconcile.Report;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CrmMigration.Cli.Progress;

/// <summary>Progress for a terminal: one line per entity and phase with a bar, refreshed eight times a second; the newest lines stay in sight.</summary>
internal sealed class LiveBars(IAnsiConsole console, ProgressWatch watch)
{
    private const int OtherColumns = 62;
    private static readonly TimeSpan RefreshEvery = TimeSpan.FromSeconds(0.125);
    private static readonly string[] Titles = ["", "", "phase", "", "rows", "rows/s", "parts", "left"];

    public Task Follow(Task running, TimeProvider clock) => console
        .Live(Lines())
        .Overflow(VerticalOverflow.Crop)
        .Cropping(VerticalOverflowCropping.Top)
        .StartAsync(async live =>
        {
            while (!running.IsCompleted)
            {
                live.UpdateTarget(Lines());
                await ProgressDisplay.Next(running, RefreshEvery, clock);
            }

            live.UpdateTarget(Lines());
        });

    /// <summary>The picture of this moment.</summary>
    public IRenderable Lines()
    {
        var grid = new Grid();
        for (var column = 0; column < Titles.Length; column++)
        {
            var figures = column > 3;
            grid.AddColumn(new GridColumn().NoWrap().Padding(0, 0, column == Titles.Length - 1 ? 0 : 1, 0).Alignment(figures ? Justify.Right : Justify.Left));
        }

        grid.AddRow([.. Titles.Select(title => new Text(title, Style.Parse("grey")))]);
        foreach (var look in watch.Look())
        {
            grid.AddRow(Line(look));
        }

        return new Rows(grid, new Markup($"[grey]{Figures.Duration(watch.Elapsed)} elapsed[/]"));
    }

    private IRenderable[] Line(PhaseLook look)
    {
        var style = look.Finished ? Style.Parse("grey") : Style.Plain;
        return
        [
            look.Finished ? new Markup("[green]✓[/]") : new Text(" "),
            new Text(Short(look.Entity), style),
            new Text(look.Phase, style),
            Bar(look),
            new Text(look.Rows == 0 ? "" : Figures.Count(look.Rows), style),
            new Text(look.RowsPerSecond is { } rate ? Figures.Rate(rate).Replace(" rows/s", "", StringComparison.Ordinal) : "", style),
            new Text(look.Partitions == 0 ? "" : $"{look.PartitionsDone}/{look.Partitions}", style),
            new Text(look.Finished ? Figures.Duration(look.Elapsed) : look.Remaining is { } left ? Figures.Duration(left) : "…", style),
        ];
    }

    private Markup Bar(PhaseLook look)
    {
        var width = Math.Clamp(console.Profile.Width - OtherColumns, 6, 40);
        var full = (int)Math.Round(width * (look.Done ?? 0));
        var (done, open) = console.Profile.Capabilities.Unicode ? ('━', '╌') : ('#', '.');
        return new Markup($"[{(look.Finished ? "green" : "blue")}]{new string(done, full)}[/][grey]{new string(open, width - full)}[/]");
    }

    private static string Short(string entity) => entity.Length <= 16 ? entity : $"{entity[..15]}…";
}
