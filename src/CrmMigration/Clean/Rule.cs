namespace CrmMigration.Clean;

/// <summary>Why a value or a row was refused or changed.</summary>
/// <param name="Code">Stable code, such as <c>email.no-at</c>; what people filter by.</param>
/// <param name="Reason">One plain sentence for a CRM administrator, without any value of the row.</param>
public sealed record Rule(string Code, string Reason);
