namespace CrmMigration.Plan;

/// <summary>How much may be rejected before a run stops; what is null does not matter.</summary>
/// <param name="Rejects">Rejected rows at which it stops.</param>
/// <param name="Percent">The share of the rows read, in percent, beyond which it stops.</param>
public sealed record StopAfter(long? Rejects, decimal? Percent);
