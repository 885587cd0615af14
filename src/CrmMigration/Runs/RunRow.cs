namespace CrmMigration.Runs;

/// <summary>A run as crm_migration.runs holds it.</summary>
internal sealed record RunRow(string RunId, string Plan, string PlanJson, string Mode, double? SamplePercent, int? PartitionRows, string State, string? SupersededBy = null, string? Rehearsed = null, bool ConfirmsDeletes = false, bool Deep = false, bool Repairs = false, string Accepts = "", bool DropsSlots = false)
{
    public bool IsRehearsal => Mode == Name(RunMode.Rehearsal);

    public bool IsIncremental => Mode == Name(RunMode.Incremental);

    public bool IsVerification => Mode == Name(RunMode.Verify);

    public bool IsCutover => Mode == Name(RunMode.Cutover);

    /// <summary>It brings changes of the sources into the target.</summary>
    public bool IsPass => IsIncremental || IsCutover || Repairs;

    public static RunMode Parse(string mode) => Enum.Parse<RunMode>(mode, ignoreCase: true);

    /// <summary>A mode as the books write it.</summary>
    public static string Name(RunMode mode) => mode.ToString().ToLowerInvariant();
}
