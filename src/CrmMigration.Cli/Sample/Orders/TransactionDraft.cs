namespace CrmMigration.Cli.Sample.Orders;

/// <summary>A payment, refund or fee of an order in numbers.</summary>
/// <param name="Kind">Index in <see cref="OrderCodes.Kinds"/>.</param>
/// <param name="Cents">Amount in hundredths of the order's currency, below zero when money went back.</param>
/// <param name="HappenedAt">Microseconds since 2000-01-01 UTC.</param>
internal readonly record struct TransactionDraft(long Id, OrderDraft Order, int Kind, long Cents, long HappenedAt);
