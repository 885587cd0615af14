namespace CrmMigration.Profile;

/// <param name="Type">As SQL writes it, <c>not null</c> included.</param>
public sealed record ColumnFingerprint(string Name, string Type);
