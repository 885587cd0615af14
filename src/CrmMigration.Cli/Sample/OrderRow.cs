namespace CrmMigration.Cli.Sample;

/// <summary>One row of old_crm_orders.</summary>
/// <param name="Id">Ascending, with gaps.</param>
/// <param name="CustomerId">A row of old_crm_customers; maybe one that must be merged away or rejected.</param>
/// <param name="OrderedAt">UTC, to the microsecond.</param>
/// <param name="Amount">Two decimals, above zero.</param>
/// <param name="Currency">ISO 4217 code.</param>
public sealed record OrderRow(int Id, int CustomerId, DateTime OrderedAt, string Status, decimal Amount, string Currency);
