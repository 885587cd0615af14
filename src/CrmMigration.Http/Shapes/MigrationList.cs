namespace CrmMigration.Http.Shapes;

/// <summary>Runs, newest first.</summary>
/// <param name="NotAsked">Plans that could not be read and connections whose database does not answer: their runs are missing here.</param>
internal sealed record MigrationList(IReadOnlyList<Migration> Migrations, IReadOnlyList<string> NotAsked);
