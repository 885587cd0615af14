namespace CrmMigration.Http.Shapes;

/// <summary>A run was asked for something.</summary>
/// <param name="Request">pause, resume, cancel, replay or withdraw.</param>
/// <param name="State">The run's state now; what was asked for takes effect between partitions.</param>
/// <param name="Remarks">What to know of it, each one sentence or two: what stays of a run that is cancelled.</param>
internal sealed record RequestTaken(string Run, string Request, string State, IReadOnlyList<string> Remarks);
