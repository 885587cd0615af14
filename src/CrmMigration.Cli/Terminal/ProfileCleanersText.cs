using CrmMigration.Profile;
using CrmMigration.Profile.Telling;
using CrmMigration.Reconcile.Report;
using Spectre.Console;

namespace CrmMigration.Cli.Terminal;

/// <summary>What the cleaners would make of a table's texts: the plan's, and those that take a good part of the values.</summary>
internal static class ProfileCleanersText
{
    public static void Write(IAnsiConsole console, TableProfile table)
    {
        var told = table.Columns.SelectMany(column => CleanerWords.Told(column).Select(cleaner => (column, cleaner))).ToList();
        if (told.Count == 0)
        {
            return;
        }

        console.Heading("What cleaners would make of the texts");
        console.Write(new Text($"Tried on {TableWords.Tried(table)}. * is in the plan.", TextGrid.Muted));
        console.WriteLine();
        var grid = TextGrid.Of(2, "column", "cleaner", ">as it is", ">tidied", ">corrected", ">refused", "most often…");
        foreach (var (column, cleaner) in told)
        {
            grid.Add(
                column.Name,
                $"{CleanerWords.Name(cleaner)}{(cleaner.IsPlanned ? " *" : "")}",
                Figures.Share(cleaner.Unchanged.Values, cleaner.Unchanged.Of),
                Figures.Share(cleaner.Tidied.Values, cleaner.Tidied.Of),
                Figures.Share(cleaner.Corrected.Values, cleaner.Corrected.Of),
                Figures.Share(cleaner.Refused.Values, cleaner.Refused.Of),
                cleaner.Rules is [var rule, ..] ? $"{rule.Rule} {Figures.Share(rule.Share.Values, rule.Share.Of)}" : "");
        }

        console.Write(grid);
    }
}
