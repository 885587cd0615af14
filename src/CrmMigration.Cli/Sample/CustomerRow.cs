namespace CrmMigration.Cli.Sample;

/// <summary>One row of old_crm_customers, and who it truly is.</summary>
/// <param name="Id">Ascending, with gaps.</param>
/// <param name="Person">Rows with the same number are one person. The truth, not a column of the table.</param>
public sealed record CustomerRow(int Id, string? Name, string? Email, string? Phone, long Person);
