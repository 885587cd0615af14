namespace CrmMigration.Flow;

/// <summary>How a step or a flow ended. All but <see cref="Done"/> are expected ends that travel as values, so that no host has to tell them by an exception.</summary>
public enum StepOutcome
{
    Done,

    /// <summary>A fault that may pass by itself; the step is to be tried again.</summary>
    MayPass,

    /// <summary>The run was asked to pause; nothing was done, and it can be resumed.</summary>
    Paused,

    /// <summary>The run was asked to end for good; nothing was done.</summary>
    Cancelled,

    /// <summary>Another holder has the lease; nothing was committed.</summary>
    LeaseLost,

    /// <summary>The work could not be done; the run can be resumed once the cause is gone.</summary>
    Failed,
}
