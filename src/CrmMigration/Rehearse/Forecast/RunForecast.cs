namespace CrmMigration.Rehearse.Forecast;

/// <summary>What a run would take, on these databases and this machine, with as many partitions at work.</summary>
/// <param name="SamplePercent">About how much of the rows was loaded: 100 for all.</param>
/// <param name="Milliseconds">From the run's first step to its last.</param>
/// <param name="Bytes">By which the target's tables would grow, indexes included; versions of rows that are written over too.</param>
public sealed record RunForecast(double SamplePercent, Estimate Milliseconds, Estimate Bytes);
