namespace CrmMigration.Plan;

/// <summary>What is kept of a rejected row besides the reason, and for how long. It is personal data and stays in the target database.</summary>
/// <param name="Payload">The source row as it was read.</param>
/// <param name="Expires">After so long the row and the suggestion are emptied; null: never.</param>
/// <param name="Key">Name of the key that both are encrypted with; null: they are not.</param>
public sealed record RejectKeeping(bool Payload = true, TimeSpan? Expires = null, string? Key = null);
