namespace CrmMigration.Plan.Checking;

/// <summary>The databases themselves: new enough, and the target can be written.</summary>
internal sealed class DatabaseCheck(CheckFindings findings, LiveSchemas schemas)
{
    private const int Oldest = 14;
    private const int PerMajor = 10_000;

    /// <param name="path">Where the target stands in the plan's text.</param>
    public void Check(string path)
    {
        foreach (var (name, side) in schemas.Sources)
        {
            CheckVersion(side, Reading.PlanPath.Of("$.sources", name));
        }

        CheckVersion(schemas.Target, path);
        if (schemas.Target.Database.InRecovery)
        {
            findings.Mistake(path, $"the database of {schemas.Target.Connection} is a standby", "a server that can be written", "Connect to the primary server.");
        }
    }

    private void CheckVersion(LiveSide side, string path)
    {
        var major = side.Database.Version / PerMajor;
        if (major < Oldest)
        {
            findings.Mistake(path, $"the server of {side.Connection} is PostgreSQL {major}", $"PostgreSQL {Oldest} or newer", "Upgrade that server.");
        }
    }
}
