namespace CrmMigration.Withdraw;

/// <summary>How a withdrawal ended.</summary>
/// <param name="Kept">Rows of the target that it left as they are; they are listed in the books.</param>
public sealed record WithdrawalOutcome(long Kept);
