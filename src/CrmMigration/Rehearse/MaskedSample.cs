namespace CrmMigration.Rehearse;

/// <summary>A value before and after, masked (<see cref="Clean.MaskedValue"/>).</summary>
/// <param name="Rule">Code of the rule; empty where none applied.</param>
/// <param name="Field">Target column, or columns.</param>
/// <param name="Before">Of the source, or for an update of the target; null for none.</param>
/// <param name="After">Null for none, and where the row would not arrive.</param>
public sealed record MaskedSample(SampleKind Kind, string Rule, string Field, string SourceKey, string? Before, string? After);
