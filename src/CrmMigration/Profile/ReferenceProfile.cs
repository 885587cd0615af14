namespace CrmMigration.Profile;

/// <summary>A column that holds keys of another entity, or seems to.</summary>
/// <param name="Parent">The other entity.</param>
/// <param name="Basis">How it is known.</param>
/// <param name="Orphans">Of the values that are not null: those that are no key there. Null where it could not be counted.</param>
/// <param name="Note">Why it could not be counted; null where it was.</param>
public sealed record ReferenceProfile(string Column, string Parent, ReferenceBasis Basis, Share? Orphans, string? Note = null);
