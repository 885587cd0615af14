namespace CrmMigration.Flow;

/// <summary>A step could not do its work; the run can be resumed once the cause is gone. The message names the step and its partition.</summary>
public sealed class StepFailedException(string message) : Exception(message);
