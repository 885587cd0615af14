using CrmMigration.Reconcile;
using CrmMigration.Reconcile.Report;
using Spectre.Console;

namespace CrmMigration.Cli.Terminal;

/// <summary>The reconciliation as text, the verdict first. Readable from 80 columns on, and without colours.</summary>
internal static class ReportText
{
    public static void Write(IAnsiConsole console, RunReport report)
    {
        WriteVerdict(console, report);
        ForecastText.Write(console, report);
        CutoverText.Write(console, report);
        VerificationText.Write(console, report);
        if (VerdictWords.HasBooks(report))
        {
            CountsText.Write(console, report);
            ProofText.Write(console, report);
        }

        RulesText.Write(console, "Rejected rows by rule", report, entity => entity.Rejects);
        RulesText.Write(console, "Skipped rows by rule", report, entity => entity.Skips);
        RulesText.Write(console, "Corrected values by rule", report, entity => entity.Corrections);
        WriteMerges(console, report);
        SamplesText.Write(console, report);
        TimingsText.Write(console, report);
    }

    private static void WriteVerdict(IAnsiConsole console, RunReport report)
    {
        var colour = report.Verdict switch
        {
            Verdict.Reconciled => "black on green",
            Verdict.Unfinished or Verdict.Withdrawn => "black on yellow",
            _ => "white on red",
        };
        console.WriteLine();
        console.MarkupLine($"[{colour}] {VerdictWords.Name(report).ToUpperInvariant()} [/]");
        console.Write(new Text(VerdictWords.Meaning(report), Style.Parse("bold")));
        console.WriteLine();
        console.Write(new Text($"Plan {report.Plan}, {VerdictWords.Noun(report)} {report.RunId}: {VerdictWords.Work(report)}.", TextGrid.Muted));
        console.WriteLine();
        if (report.Lag is { } lag)
        {
            console.Point("•", LagWords.Of(lag));
        }

        foreach (var finding in report.Findings)
        {
            console.Point("[red]✗[/]", finding);
        }

        foreach (var remark in report.Remarks)
        {
            console.Point("•", remark);
        }
    }

    private static void WriteMerges(IAnsiConsole console, RunReport report)
    {
        var matched = report.Entities.Where(entity => entity.Merges != MergeSummary.None).ToList();
        if (matched.Count > 0)
        {
            console.Heading("Duplicates");
            matched.ForEach(entity => console.Point(" ", $"{entity.Name}: {EntityWords.Merges(entity)}"));
        }
    }
}
