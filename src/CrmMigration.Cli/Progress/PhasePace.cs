using CrmMigration.Runs;

namespace CrmMigration.Cli.Progress;

/// <summary>
/// The speed of one phase, from looks at its counters. The rate of a phase at work is that of the last seconds, so that it follows a
/// change; that of a finished one is its average. Not for several threads.
/// </summary>
internal sealed class PhasePace(PhaseProgress phase, TimeSpan began)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LeastSpan = TimeSpan.FromSeconds(0.4);

    private readonly Queue<(TimeSpan At, long Rows)> recent = new();
    private TimeSpan? ended;

    /// <param name="now">Time since the run began; never less than in the look before.</param>
    public PhaseLook Look(TimeSpan now)
    {
        var finished = phase.Finished;
        var rows = phase.Rows;
        ended ??= finished ? now : null;
        var elapsed = (ended ?? now) - began;
        Remember(now, rows);
        var rate = finished ? Rate(rows, elapsed) : Rate(rows - recent.Peek().Rows, now - recent.Peek().At);
        var look = new PhaseLook(phase.Entity, phase.Name)
        {
            Rows = rows,
            RowsExpected = phase.RowsExpected,
            PartitionsDone = phase.PartitionsDone,
            Partitions = phase.Partitions,
            Finished = finished,
            Elapsed = elapsed,
            RowsPerSecond = rate,
        };
        return look with { Remaining = Remaining(look) };
    }

    private static double? Rate(long rows, TimeSpan span) => rows > 0 && span >= LeastSpan ? rows / span.TotalSeconds : null;

    private static TimeSpan? Remaining(PhaseLook look) => look switch
    {
        { Finished: true } => null,
        { RowsPerSecond: { } rate } when look.RowsExpected > look.Rows => TimeSpan.FromSeconds((look.RowsExpected - look.Rows) / rate),
        { RowsExpected: 0, PartitionsDone: > 0 } => look.Elapsed / look.PartitionsDone * (look.Partitions - look.PartitionsDone),
        _ => null,
    };

    private void Remember(TimeSpan now, long rows)
    {
        recent.Enqueue((now, rows));
        while (recent.Peek().At < now - Window)
        {
            recent.Dequeue();
        }
    }
}
