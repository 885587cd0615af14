using CrmMigration.Reconcile;
using CrmMigration.Reconcile.Report;
using CrmMigration.Verify;
using Spectre.Console;

namespace CrmMigration.Cli.Terminal;

/// <summary>What was compared and what came of it, source by source. Nothing where nothing was compared.</summary>
internal static class VerificationText
{
    public static void Write(IAnsiConsole console, RunReport report)
    {
        var verified = report.Entities.Where(entity => entity.Verification is not null).ToList();
        if (verified.Count == 0)
        {
            return;
        }

        console.Heading("Source and target");
        var grid = TextGrid.Of(2, ["", ">rows", .. VerifiedCounts.Of(new()).Select(count => $">{count.Name}"), ""]);
        foreach (var entity in verified)
        {
            foreach (var source in entity.Verification!.Sources)
            {
                var name = entity.Sources.Count > 1 ? $"{entity.Name} of {source.Source}" : entity.Name;
                grid.AddRow(
                    [new Text(name), new Text(Figures.Count(source.Compared)), .. VerifiedCounts.Of(source).Select(Cell), new Markup(TextGrid.Mark(source.IsEqual && source.AddsUp))]);
            }
        }

        console.Write(grid);
        verified.ForEach(entity => WriteNotes(console, entity));
    }

    private static Text Cell((string Name, long Rows) count) => count.Rows == 0 ? new("0", TextGrid.Muted) : new(Figures.Count(count.Rows));

    private static void WriteNotes(IAnsiConsole console, EntityReport entity)
    {
        foreach (var note in VerificationWords.Notes(entity.Verification!).Append(VerificationWords.Depth(entity.Verification!)))
        {
            console.Point("•", $"{entity.Name}: {note}");
        }

        foreach (var range in entity.Verification!.Ranges)
        {
            console.Point(" ", $"{entity.Name}: {VerificationWords.Range(range)}");
        }

        foreach (var group in entity.Verification.Differences.Where(group => group.Repaired > 0))
        {
            console.Point(TextGrid.Mark(true), $"{entity.Name}: {VerificationWords.Repaired(group)}");
        }
    }
}
