using Spectre.Console;

namespace CrmMigration.Cli.Terminal;

/// <summary>Grids as all reports of this program have them: no lines, two spaces between columns, grey titles.</summary>
internal static class TextGrid
{
    public static readonly Style Muted = Style.Parse("grey");

    /// <summary>A title that begins with <c>&gt;</c> makes its column right-aligned; one that ends with <c>…</c> may wrap.</summary>
    public static Grid Of(int gap, params IReadOnlyList<string> titles)
    {
        var grid = new Grid();
        for (var column = 0; column < titles.Count; column++)
        {
            var one = new GridColumn().Padding(0, 0, column == titles.Count - 1 ? 0 : gap, 0);
            one.Alignment = titles[column].StartsWith('>') ? Justify.Right : Justify.Left;
            one.NoWrap = !titles[column].EndsWith('…');
            grid.AddColumn(one);
        }

        return titles.All(title => title.Trim('>', '…').Length == 0)
            ? grid
            : grid.AddRow([.. titles.Select(title => new Text(title.Trim('>', '…'), Muted))]);
    }

    public static Grid Add(this Grid grid, params IReadOnlyList<string> cells) => grid.AddRow([.. cells.Select(cell => new Text(cell))]);

    /// <summary>A heading with an empty line before it.</summary>
    public static void Heading(this IAnsiConsole console, string heading)
    {
        console.WriteLine();
        console.Write(new Text(heading, Style.Parse("bold")));
        console.WriteLine();
    }

    /// <summary>A sentence that wraps under its own beginning, after a mark.</summary>
    public static void Point(this IAnsiConsole console, string mark, string sentence) => console.Write(
        new Grid().AddColumn(new GridColumn().NoWrap().Padding(0, 0, 1, 0)).AddColumn(new GridColumn().Padding(0, 0, 0, 0))
            .AddRow(new Markup(mark), new Text(sentence)));

    /// <summary>The mark of a proof that holds or does not, or (null) is still to come.</summary>
    public static string Mark(bool? holds) => holds switch
    {
        true => "[green]✓[/]",
        false => "[red]✗[/]",
        null => "•",
    };
}
