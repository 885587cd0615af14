using CrmMigration.Runs;

namespace CrmMigration.Cli.Connections;

/// <summary>A run and the connection whose database holds it.</summary>
internal sealed record FoundRun(string Connection, RunStatus Status)
{
    public string Id => Status.RunId;
}
