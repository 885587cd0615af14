namespace CrmMigration.Reconcile;

/// <summary>One rejected source row, for the people who fix it.</summary>
public sealed record RejectedRow(string Entity, string Source, string SourceKey, string Rule, string? Field, string Reason, string? SqlState);
