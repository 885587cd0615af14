using CrmMigration.Reconcile;
using CrmMigration.Reconcile.Report;
using CrmMigration.Rehearse;
using CrmMigration.Runs;
using Spectre.Console;

namespace CrmMigration.Cli.Terminal;

/// <summary>Masked values before and after, and what had no part in a rehearsal.</summary>
internal static class SamplesText
{
    public static void Write(IAnsiConsole console, RunReport report)
    {
        foreach (var kind in Enum.GetValues<SampleKind>())
        {
            WriteKind(console, SampleWords.Heading(kind, report.Mode == RunMode.Rehearsal), [.. report.Entities.SelectMany(entity => Of(entity, kind).Select(sample => (entity.Name, sample)))]);
        }

        var notRehearsed = report.Entities.SelectMany(entity => entity.Forecast?.NotRehearsed ?? []).ToList();
        if (notRehearsed.Count > 0)
        {
            console.Heading("Not rehearsed");
            notRehearsed.ForEach(sentence => console.Point("•", sentence));
        }
    }

    private static IEnumerable<MaskedSample> Of(EntityReport entity, SampleKind kind) => entity.Samples.Where(sample => sample.Kind == kind);

    private static void WriteKind(IAnsiConsole console, string heading, IReadOnlyList<(string Entity, MaskedSample Sample)> samples)
    {
        if (samples.Count == 0)
        {
            return;
        }

        console.Heading($"{heading} (samples, masked)");
        var grid = TextGrid.Of(2, "entity", "key", "field…", "before…", "after…");
        foreach (var (entity, sample) in samples)
        {
            grid.Add(entity, sample.SourceKey, sample.Field, SampleWords.Value(sample.Before), SampleWords.After(sample));
        }

        console.Write(grid);
    }
}
