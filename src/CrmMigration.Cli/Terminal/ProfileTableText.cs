using CrmMigration.Profile;
using CrmMigration.Profile.Telling;
using CrmMigration.Profile.Trials;
using CrmMigration.Reconcile.Report;
using Spectre.Console;

namespace CrmMigration.Cli.Terminal;

/// <summary>One table of a profile.</summary>
internal static class ProfileTableText
{
    public static void Write(IAnsiConsole console, TableProfile table)
    {
        console.WriteLine();
        console.Write(new Rule($"[bold]{Markup.Escape(table.Entity)}[/]") { Justification = Justify.Left, Style = TextGrid.Muted });
        console.Write(new Text($"{table.Table} of source {table.Source}, key {table.Key}; {TableWords.Read(table)}.", TextGrid.Muted));
        console.WriteLine();
        WriteColumns(console, table);
        WriteOddities(console, table);
        WritePredicted(console, table);
        ProfileCleanersText.Write(console, table);
        WriteRelations(console, table);
    }

    private static void WriteColumns(IAnsiConsole console, TableProfile table)
    {
        console.Heading("Columns");
        var grid = TextGrid.Of(2, "column…", "type…", ">null", ">empty", ">distinct", ">length", "holds…");
        foreach (var column in table.Columns)
        {
            grid.Add(
                column.Name,
                TypeWords.Short(column.Type),
                Figures.Share(column.Nulls.Values, column.Nulls.Of),
                column.Text is { } text ? Figures.Share(text.Blank.Values, text.Blank.Of) : "",
                ColumnWords.Distinct(column),
                column.Text is { Longest: > 0 } lengths ? ColumnWords.Lengths(lengths) : "",
                ColumnWords.Holds(column));
        }

        console.Write(grid);
    }

    private static void WriteOddities(IAnsiConsole console, TableProfile table)
    {
        var odd = table.Columns.Select(column => (column.Name, Found: ColumnWords.Oddities(column))).Where(column => column.Found.Count > 0).ToList();
        if (odd.Count == 0)
        {
            return;
        }

        console.Heading("Odd values");
        var grid = TextGrid.Of(2, "", "…");
        odd.ForEach(column => grid.Add(column.Name, string.Join("; ", column.Found)));
        console.Write(grid);
    }

    private static void WritePredicted(IAnsiConsole console, TableProfile table)
    {
        if (table.Predicted is not { Count: > 0 } rules)
        {
            return;
        }

        console.Heading("What a migration would do to the rows");
        var grid = TextGrid.Of(2, ">rows", ">share…", "", "field", "why…", "values such as…");
        foreach (var rule in rules)
        {
            grid.Add(
                $"{(rule.Share.IsExact ? "" : "≈ ")}{Figures.Count(rule.Rows)}",
                ShareWords.Interval(rule.Share),
                rule.Fate switch { TrialFate.Rejected => "row rejected", TrialFate.Skipped => "row left out", TrialFate.Cleared => "value cleared", TrialFate.Kept => "value kept", _ => "value changed" },
                rule.Field ?? "",
                $"{rule.Reason} [{rule.Rule}] Keys: {string.Join(", ", rule.SampleKeys)}",
                string.Join(", ", rule.Shapes.Select(shape => shape.Name.Length == 0 ? "(empty)" : shape.Name)));
        }

        console.Write(grid);
    }

    private static void WriteRelations(IAnsiConsole console, TableProfile table)
    {
        console.Heading("Keys, references and duplicates");
        foreach (var key in table.Keys)
        {
            console.Point(key.IsPlanKey ? TextGrid.Mark(key.IsUnique) : "•", $"{key.Column}: {TableWords.Key(key)}");
        }

        foreach (var reference in table.References)
        {
            console.Point(reference.Basis == ReferenceBasis.Plan ? TextGrid.Mark(reference.Orphans?.Values == 0) : "•", $"{reference.Column} {TableWords.Reference(reference)}");
        }

        if (TableWords.NoMatches(table) is { } why)
        {
            console.Point("•", why);
        }

        foreach (var match in table.Matches)
        {
            console.Point("•", $"Match by {string.Join(" and ", match.Columns)}: {TableWords.Match(match)}");
        }
    }
}
