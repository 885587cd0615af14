namespace CrmMigration.Http.Shapes;

/// <summary>That the host is up.</summary>
internal sealed record Health(string Status);
