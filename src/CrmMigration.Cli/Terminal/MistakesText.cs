using System.Globalization;
using CrmMigration.Plan;
using Spectre.Console;

namespace CrmMigration.Cli.Terminal;

/// <summary>Mistakes of a plan, each with its place, what was found and expected, and the fix.</summary>
internal static class MistakesText
{
    public static void Write(IAnsiConsole console, IReadOnlyList<PlanMistake> mistakes)
    {
        console.MarkupLine(mistakes.Count == 1 ? "[red]1 mistake[/] in the plan:" : $"[red]{mistakes.Count} mistakes[/] in the plan:");
        WriteEach(console, mistakes);
    }

    public static void WriteEach(IAnsiConsole console, IReadOnlyList<PlanMistake> mistakes)
    {
        foreach (var mistake in mistakes)
        {
            var line = mistake.Line is { } number ? string.Create(CultureInfo.InvariantCulture, $" (line {number})") : "";
            console.WriteLine();
            console.MarkupLine($"[bold]{Markup.Escape(mistake.Path)}[/]{line}");
            var grid = new Grid().AddColumn(new GridColumn().NoWrap().Padding(2, 0, 1, 0)).AddColumn(new GridColumn().Padding(0, 0, 0, 0));
            grid.AddRow(new Text("found", Style.Parse("grey")), new Text(mistake.Found));
            grid.AddRow(new Text("expected", Style.Parse("grey")), new Text(mistake.Expected));
            grid.AddRow(new Text("fix", Style.Parse("grey")), new Text(mistake.Fix));
            console.Write(grid);
        }
    }
}
