using CrmMigration.Plan;

namespace CrmMigration.Http;

/// <summary>What the interface works with: the books, and the plans by name.</summary>
public sealed record HttpSurroundings(MigrationEngine Engine, IPlans Plans)
{
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Hears of what the caller is not told: the trace id of the call, and the fault. The host must not log a fault's message where it may quote a row.</summary>
    public Action<string, Exception> LogFault { get; init; } = (_, _) => { };
}
