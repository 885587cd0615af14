namespace CrmMigration.Http.Shapes;

/// <summary>Which rejected rows are replayed.</summary>
/// <param name="Rule">Only those that this rule rejected, and their children; all when left out.</param>
internal sealed record ReplayRequest(string? Rule);
