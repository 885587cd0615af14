namespace CrmMigration.Cli.Sample;

/// <summary>One row of old_crm_transactions.</summary>
/// <param name="Id">Ascending, with gaps.</param>
/// <param name="Amount">Two decimals; below zero when money went back.</param>
/// <param name="Currency">The order's.</param>
/// <param name="HappenedAt">UTC, to the microsecond.</param>
public sealed record TransactionRow(long Id, int OrderId, string Kind, decimal Amount, string Currency, DateTime HappenedAt);
