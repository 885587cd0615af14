namespace CrmMigration.Withdraw;

/// <summary>A column of a target table that can be written.</summary>
/// <param name="Type">As SQL writes it, such as <c>numeric(12,2)</c>.</param>
/// <param name="IsAlwaysIdentity">It takes a value with a new row only.</param>
internal sealed record TargetColumn(string Name, string Type, bool IsAlwaysIdentity);
