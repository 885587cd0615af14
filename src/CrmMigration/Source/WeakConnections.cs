using CrmMigration.Plan;
using CrmMigration.Plan.Checking;

namespace CrmMigration.Source;

/// <summary>Warns of connections whose settings ask for less than the rule for TLS. Names the setting, never its value.</summary>
internal sealed class WeakConnections(IConnections connections)
{
    public async Task<IReadOnlyList<PlanMistake>> Of(MigrationPlan plan, CancellationToken cancellation)
    {
        var findings = new CheckFindings(plan.Json);
        foreach (var (source, connection) in plan.Sources)
        {
            await Check($"$.sources.{source}.connection", connection, findings, cancellation);
        }

        await Check($"{plan.TargetPath}.connection", plan.TargetConnection, findings, cancellation);
        return findings.Warnings;
    }

    private async Task Check(string path, string connection, CheckFindings findings, CancellationToken cancellation)
    {
        var settings = ConnectionSettings.Parse(connections, connection, await connections.Find(connection, cancellation));
        if (TransportSecurity.Weakened(settings) is { } mode)
        {
            findings.Warn(
                path,
                $"{connections.Setting(connection)} asks for 'SSL Mode={mode}' across a network",
                "'SSL Mode=VerifyFull', by which the server proves who it is",
                "Take 'SSL Mode' out, and set 'Root Certificate' where the server's authority is your own.");
        }
    }
}
