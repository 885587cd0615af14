using CrmMigration.Flow;

namespace CrmMigration.Cli.Runner;

/// <summary>The run ended before its end because somebody asked for it: paused, or cancelled.</summary>
public sealed class RunAskedToStopException(StepOutcome outcome) : Exception(outcome == StepOutcome.Paused
    ? "The run was paused on request, between two partitions."
    : "The run was cancelled on request. What it published before stays in the target; the books tell which rows.")
{
    /// <summary>Paused or cancelled.</summary>
    public StepOutcome Outcome => outcome;
}
