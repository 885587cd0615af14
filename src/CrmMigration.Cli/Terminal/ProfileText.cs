using CrmMigration.Profile;
using CrmMigration.Reconcile.Report;
using Spectre.Console;

namespace CrmMigration.Cli.Terminal;

/// <summary>A profile as text, what stands out first. Made for 120 columns, readable from 80 on.</summary>
internal static class ProfileText
{
    private const int RemarksShown = 15;

    public static void Write(IAnsiConsole console, SourceProfile profile)
    {
        console.WriteLine();
        console.Write(new Text($"Profile of the plan {profile.Plan}", Style.Parse("bold")));
        console.WriteLine();
        console.Write(new Text($"{Read(profile)}, {Figures.Moment(profile.TakenAt)}.", TextGrid.Muted));
        console.WriteLine();
        WriteRemarks(console, profile.StandsOut);
        if (profile.Mistakes.Count > 0)
        {
            console.WriteLine();
            MistakesText.Write(console, profile.Mistakes);
        }

        if (profile.Warnings.Count > 0)
        {
            console.MarkupLine($"\n[yellow]{Figures.Counted(profile.Warnings.Count, "warning")}[/] about the sources:");
            MistakesText.WriteEach(console, profile.Warnings);
        }

        foreach (var table in profile.Tables)
        {
            ProfileTableText.Write(console, table);
        }
    }

    private static string Read(SourceProfile profile) =>
        $"{Figures.Counted(profile.Tables.Sum(table => table.Read.Rows), "row")} of {Figures.Counted(profile.Tables.Count, "table")} read in {Figures.Duration(profile.Took)}";

    private static void WriteRemarks(IAnsiConsole console, IReadOnlyList<Remark> remarks)
    {
        console.Heading("What stands out");
        foreach (var remark in remarks.Take(RemarksShown))
        {
            console.Point(Mark(remark.Weight), $"{remark.Entity}{(remark.Column is null ? "" : $".{remark.Column}")}: {remark.Sentence}");
        }

        if (remarks.Count == 0)
        {
            console.WriteLine("Nothing.");
        }
        else if (remarks.Count > RemarksShown)
        {
            console.Write(new Text($"And {Figures.Count(remarks.Count - RemarksShown)} more; all of them with --html or --json.", TextGrid.Muted));
            console.WriteLine();
        }
    }

    private static string Mark(RemarkWeight weight) => weight switch
    {
        RemarkWeight.Serious => "[red]✗[/]",
        RemarkWeight.Loss => "[yellow]![/]",
        _ => "•",
    };
}
