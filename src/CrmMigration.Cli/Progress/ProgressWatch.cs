using CrmMigration.Runs;

namespace CrmMigration.Cli.Progress;

/// <summary>Looks at a run's counters and keeps what a display needs to know of the past. Not for several threads.</summary>
internal sealed class ProgressWatch(RunProgress progress, TimeProvider clock)
{
    private readonly long began = clock.GetTimestamp();
    private readonly Dictionary<PhaseProgress, PhasePace> paces = [];

    public TimeSpan Elapsed => clock.GetElapsedTime(began);

    /// <summary>Every phase begun so far, in the order they began.</summary>
    public IReadOnlyList<PhaseLook> Look()
    {
        var now = Elapsed;
        return [.. progress.Phases.Select(phase => PaceOf(phase, now).Look(now))];
    }

    private PhasePace PaceOf(PhaseProgress phase, TimeSpan now)
    {
        if (!paces.TryGetValue(phase, out var pace))
        {
            paces[phase] = pace = new(phase, now);
        }

        return pace;
    }
}
