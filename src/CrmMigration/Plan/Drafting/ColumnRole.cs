namespace CrmMigration.Plan.Drafting;

/// <summary>What a column of a CRM holds, as far as its name tells.</summary>
internal enum ColumnRole
{
    Other,
    FullName,
    GivenName,
    FamilyName,
    Email,
    Phone,
}
