namespace CrmMigration.Verify;

/// <summary>A range of source keys with rows that differ or are missing: above <paramref name="After"/>, up to and with <paramref name="Through"/>; null is open.</summary>
public sealed record VerifiedRange(string Source, string? After, string? Through, long Rows, long Differing, long Missing);
