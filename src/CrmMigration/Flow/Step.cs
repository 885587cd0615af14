namespace CrmMigration.Flow;

/// <summary>The name of a piece of work, with what it takes and gives. Running a step twice has the effect of running it once.</summary>
public sealed record Step<TInput, TOutput>(string Name)
{
    /// <summary>It belongs to the end of the run, so that it runs even where everything else was asked to stop.</summary>
    public bool EndsRun { get; init; }
}
