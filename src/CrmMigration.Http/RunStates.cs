using CrmMigration.Runs;

namespace CrmMigration.Http;

/// <summary>The states that a run can be in, and what they allow.</summary>
internal static class RunStates
{
    public const string Running = "running";

    public const string Replaying = "replaying";

    public const string Withdrawing = "withdrawing";

    public static IReadOnlyList<string> All { get; } = [Running, "paused", "cancelled", "stopped", "failed", "interrupted", "reconciled", Replaying, "not-reconciled", Withdrawing, "half-withdrawn", "withdrawn"];

    public static IReadOnlyList<string> Modes { get; } = [.. Enum.GetValues<RunMode>().Select(Mode)];

    public static string Mode(RunMode mode) => mode.ToString().ToLowerInvariant();

    public static bool MayBeResumed(string state) => state is "paused" or "stopped" or "failed" or "interrupted";

    /// <summary>The verdict in the words of the report.</summary>
    public static string Verdict(string state) => state switch
    {
        "reconciled" or "not-reconciled" or "failed" => state,
        Replaying => "reconciled",
        Withdrawing or "half-withdrawn" or "withdrawn" => "withdrawn",
        _ => "unfinished",
    };
}
