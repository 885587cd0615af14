namespace CrmMigration.Telemetry;

/// <summary>By what names an exporter asks for the engine's telemetry. All of it is free of values of rows: counts, names of the plan and states only.</summary>
public static class TelemetryNames
{
    /// <summary>Of the activity source and of the meter, and the start of the categories of log records.</summary>
    public const string Source = "CrmMigration";
}
