using System.Diagnostics.Metrics;
using CrmMigration.Runs;

namespace CrmMigration.Telemetry;

/// <summary>Rows a second that this process moves, from one look to the next, from the counters that live displays read.</summary>
internal sealed class RowRate(TimeProvider clock)
{
    // Two exporters that look one right after the other see the same figure.
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly Dictionary<RunProgress, long> seen = [];
    private long left;
    private long looked;
    private double? rate;

    /// <summary>Counts a run's rows from now on.</summary>
    public void Follow(RunProgress run)
    {
        lock (gate)
        {
            looked = seen.Count == 0 && left == 0 ? clock.GetTimestamp() : looked;
            seen.Add(run, Rows(run));
        }
    }

    /// <summary>The run has ended; its last rows are told at the next look.</summary>
    public void Leave(RunProgress run)
    {
        lock (gate)
        {
            left += seen.Remove(run, out var before) ? Rows(run) - before : 0;
        }
    }

    /// <summary>One measurement; none while no run is at work.</summary>
    public IEnumerable<Measurement<double>> Look()
    {
        lock (gate)
        {
            var since = clock.GetElapsedTime(looked);
            if (since >= Apart)
            {
                rate = seen.Count == 0 && left == 0 ? null : Math.Max(0, Moved()) / since.TotalSeconds;
                looked = clock.GetTimestamp();
            }

            return rate is { } rows ? [new(rows)] : [];
        }
    }

    // Rows of a partition that was rolled back are taken back, so there may be fewer than before.
    private long Moved()
    {
        var moved = left;
        left = 0;
        foreach (var (run, before) in seen.ToArray())
        {
            moved += Rows(run) - before;
            seen[run] = Rows(run);
        }

        return moved;
    }

    private static long Rows(RunProgress run) => run.Phases.Sum(phase => phase.Rows);
}
