namespace CrmMigration.Cli.Sample.Orders;

/// <summary>An order in numbers, before codes are written as text.</summary>
/// <param name="Index">Place in the table, from 0.</param>
/// <param name="Id">Primary key.</param>
/// <param name="Customer">Index of the customer's row.</param>
/// <param name="OrderedAt">Microseconds since 2000-01-01 UTC, as PostgreSQL counts.</param>
/// <param name="Status">Index in <see cref="OrderCodes.Statuses"/>.</param>
/// <param name="Cents">Amount in hundredths of the currency.</param>
/// <param name="Currency">Index in <see cref="OrderCodes.Currencies"/>.</param>
internal readonly record struct OrderDraft(long Index, int Id, long Customer, long OrderedAt, int Status, long Cents, int Currency);
