namespace CrmMigration.Http.Shapes;

/// <summary>How old a change is that waits to be brought over.</summary>
/// <param name="IsExact">Else it is at most that old.</param>
internal sealed record Lag(double Seconds, bool IsExact);
