using Npgsql;

namespace CrmMigration.Plan;

/// <summary>The two databases that a plan is drafted from.</summary>
/// <param name="SourceConnection">Name of the source's connection, as it will stand in the plan.</param>
/// <param name="TargetConnection">Name of the target's connection, as it will stand in the plan.</param>
public sealed record DraftRequest(string SourceConnection, string TargetConnection, NpgsqlDataSource Source, NpgsqlDataSource Target)
{
    /// <summary>Path of plan.schema.json seen from the plan's file, for the editor; null leaves <c>$schema</c> out.</summary>
    public string? SchemaPath { get; init; }
}
