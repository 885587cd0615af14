namespace CrmMigration.Profile;

/// <summary>How often a shape, a placeholder or a code occurs.</summary>
public sealed record NamedShare(string Name, Share Share);
