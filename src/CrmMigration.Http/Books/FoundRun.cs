using CrmMigration.Runs;

namespace CrmMigration.Http.Books;

/// <summary>A run and the connection whose database holds its books.</summary>
internal sealed record FoundRun(string Connection, RunStatus Status);
