namespace CrmMigration.Http.Shapes;

/// <summary>Whether the database behind a connection answers.</summary>
/// <param name="SchemaVersion">Of crm_migration in it; null where there is none, as in a source or before the first run.</param>
/// <param name="SchemaFits">False when it is newer than this program.</param>
internal sealed record ConnectionReadiness(string Connection, bool Reachable, int? SchemaVersion, bool SchemaFits);
