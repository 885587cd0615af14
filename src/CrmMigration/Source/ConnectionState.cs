namespace CrmMigration.Source;

/// <summary>Whether the database behind a connection answers.</summary>
/// <param name="SchemaVersion">Of crm_migration there; null where it is not installed or nobody answers.</param>
/// <param name="SchemaFits">Whether this program can work with that schema; true where none is installed.</param>
public sealed record ConnectionState(string Connection, bool Reachable, int? SchemaVersion, bool SchemaFits);
