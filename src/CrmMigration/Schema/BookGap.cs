namespace CrmMigration.Schema;

/// <summary>A right that a role lacks to keep the books of a run.</summary>
/// <param name="Found">What it may not do: <c>the role of NewCrm may not use the schema crm_migration</c>.</param>
/// <param name="Fix">The grant to give.</param>
internal sealed record BookGap(string Found, string Expected, string Fix);
