namespace CrmMigration.Http.Shapes;

/// <summary>A run was asked for something.</summary>
/// <param name="Request">pause, resume or cancel.</param>
/// <param name="State">The run's state now; what was asked for takes effect between partitions.</param>
internal sealed record RequestTaken(string Run, string Request, string State);
