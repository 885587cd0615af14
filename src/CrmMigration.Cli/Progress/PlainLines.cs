using System.Globalization;
using CrmMigration.Reconcile.Report;

namespace CrmMigration.Cli.Progress;

/// <summary>Progress for logs and pipes: a line for each phase at work every two seconds, and one at each phase's end.</summary>
internal sealed class PlainLines(TextWriter writer, ProgressWatch watch)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(0.125);
    private static readonly TimeSpan SayEvery = TimeSpan.FromSeconds(2);

    private readonly HashSet<(string Entity, string Phase)> ended = [];
    private TimeSpan said;

    public async Task Follow(Task running, TimeProvider clock)
    {
        while (!running.IsCompleted)
        {
            Say();
            await ProgressDisplay.Next(running, LookEvery, clock);
        }

        Say();
    }

    /// <summary>Writes what is due now.</summary>
    public void Say()
    {
        var due = watch.Elapsed - said >= SayEvery;
        foreach (var look in watch.Look())
        {
            if (look.Finished ? ended.Add((look.Entity, look.Phase)) : due)
            {
                writer.WriteLine(Line(look));
            }
        }

        said = due ? watch.Elapsed : said;
        writer.Flush();
    }

    /// <summary><c>customers scan: 412,000 of 1,000,000 rows (41.2 %), 206,000 rows/s, partition 8 of 20, 3 s left</c>.</summary>
    public static string Line(PhaseLook look)
    {
        string?[] parts =
        [
            Rows(look),
            look.RowsPerSecond is { } rate ? Figures.Rate(rate) : null,
            look.Partitions > 0 && !look.Finished ? $"{Figures.Count(look.PartitionsDone)} of {Figures.Counted(look.Partitions, "partition")}" : null,
            look.Remaining is { } remaining ? $"{Figures.Duration(remaining)} left" : null,
        ];
        return $"{look.Entity} {look.Phase}: {string.Join(", ", parts.Where(part => part is not null))}";
    }

    private static string Rows(PhaseLook look) => look switch
    {
        // It had begun and ended before anybody looked.
        { Finished: true, Rows: 0, Elapsed.Ticks: 0 } => "done",
        { Finished: true, Elapsed.Ticks: 0 } => $"done, {Figures.Counted(look.Rows, "row")}",
        { Finished: true, Rows: 0 } => $"done in {Figures.Duration(look.Elapsed)}",
        { Finished: true } => $"done, {Figures.Counted(look.Rows, "row")} in {Figures.Duration(look.Elapsed)}",
        { RowsExpected: > 0, Done: { } done } =>
            string.Create(CultureInfo.InvariantCulture, $"{Figures.Count(look.Rows)} of {Figures.Counted(look.RowsExpected, "row")} ({100 * done:0.0} %)"),
        { Rows: 0 } => "at work",
        _ => Figures.Counted(look.Rows, "row"),
    };
}
