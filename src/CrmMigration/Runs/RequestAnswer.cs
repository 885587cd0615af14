namespace CrmMigration.Runs;

/// <summary>Whether a request was entered, and the state the run was in; that of a run that is not at work when it is refused.</summary>
public sealed record RequestAnswer(bool Accepted, string State);
