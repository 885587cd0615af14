namespace CrmMigration.Runs;

/// <summary>Another run, or another process of the same run, holds the plan's lease. The message says which, since when, and what to do.</summary>
public sealed class PlanAtWorkException(string message) : InvalidSettingException(message);
