namespace CrmMigration.Withdraw;

/// <summary>The entities that a run wrote rows of, parents first.</summary>
public sealed record PreparedWithdrawal(IReadOnlyList<EntityWithdrawal> Entities);
