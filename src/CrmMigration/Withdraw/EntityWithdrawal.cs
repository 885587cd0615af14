using CrmMigration.Runs;

namespace CrmMigration.Withdraw;

/// <summary>What a withdrawal has to do for one entity.</summary>
/// <param name="Partitions">Of the run; numbered from 0.</param>
/// <param name="Updated">The run wrote over rows.</param>
/// <param name="Deleted">The run deleted rows.</param>
public sealed record EntityWithdrawal(EntityRef Entity, int Partitions, bool Updated, bool Deleted);
