namespace CrmMigration.Rehearse.Forecast;

/// <summary>How many rows would meet a fate.</summary>
/// <param name="Fate">As reports name it: <c>created</c>.</param>
public sealed record FateForecast(string Fate, Estimate Rows);
