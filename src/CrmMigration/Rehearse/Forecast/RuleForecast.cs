namespace CrmMigration.Rehearse.Forecast;

/// <summary>How many rows a rule would reject, or values it would correct, in one field.</summary>
/// <param name="Field">Target column, or null when the whole row is meant.</param>
public sealed record RuleForecast(string Rule, string? Field, string Reason, Estimate Rows);
