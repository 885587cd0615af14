namespace CrmMigration.Runs;

/// <summary>Where a run of this process stands, in memory, for a live display. Written by many partitions at once, read at any time.</summary>
public sealed class RunProgress
{
    private readonly Lock gate = new();
    private readonly List<PhaseProgress> phases = [];

    /// <summary>The phases in the order they began; the last ones are at work.</summary>
    public IReadOnlyList<PhaseProgress> Phases
    {
        get
        {
            lock (gate)
            {
                return [.. phases];
            }
        }
    }

    /// <summary>The phase of that entity and name, begun when it is asked for the first time.</summary>
    public PhaseProgress Phase(string entity, string name)
    {
        lock (gate)
        {
            var phase = phases.Find(one => one.Entity == entity && one.Name == name);
            if (phase is null)
            {
                phase = new(entity, name);
                phases.Add(phase);
            }

            return phase;
        }
    }
}
