namespace CrmMigration.Flow;

/// <summary>Ends a flow before its end: a step answered something other than done. Made from that answer alone, so that a replay ends in the same place.</summary>
public sealed class FlowEndedException(StepOutcome outcome, string? reason) : Exception(reason ?? $"The flow ended: {outcome}.")
{
    public StepOutcome Outcome => outcome;

    public string? Reason => reason;
}
