using CrmMigration.Clean;
using CrmMigration.Cutover;
using CrmMigration.Reconcile.Report;
using CrmMigration.Rehearse;
using CrmMigration.Rehearse.Forecast;
using CrmMigration.Runs;
using CrmMigration.Verify;
using Dapper;
using Npgsql;

namespace CrmMigration.Reconcile;

/// <summary>Reads a run's report from its books. It can be read at any time; figures of an unfinished run are those so far.</summary>
internal static class ReportReader
{
    public static async Task<RunReport?> Read(NpgsqlConnection target, string runId)
    {
        var run = await target.QuerySingleOrDefaultAsync<RunLine>(SqlText.Of("Reconcile/ReadRun.sql"), new { runId });
        if (run is null)
        {
            return null;
        }

        var lines = await target.QueryAsync<EntityLine>(SqlText.Of("Reconcile/ReadEntities.sql"), new { runId });
        var entities = new List<EntityReport>();
        var findings = new List<string>();
        foreach (var line in lines)
        {
            var entity = await ReadEntity(target, line);
            entities.Add(entity with { Forecast = await ForecastReader.Read(target, line.EntityId, entity), Verification = await VerificationReader.Read(target, line.EntityId) });
            findings.AddRange(line.Findings);
        }

        if (run.Failure is { } failure)
        {
            findings.Insert(0, failure);
        }

        return new()
        {
            RunId = runId,
            Plan = run.Plan,
            Mode = RunRow.Parse(run.Mode),
            Verdict = VerdictOf(run.State),
            Findings = findings,
            Remarks =
            [
                .. await RunRemarks.Read(target, (runId, RunRow.Parse(run.Mode), run.State), new(run.ReportAddress, run.ReportFailure)),
                .. await Foreseen(target, run.Rehearsed),
            ],
            Lag = await FoundLag.Read(target, runId),
            StartedAt = run.StartedAt,
            FinishedAt = run.FinishedAt,
            Entities = entities,
            Cutover = await target.QueryAsync<CutoverCheck>(SqlText.Of("Cutover/ReadChecks.sql"), new { runId }) is var checks && checks.Any() ? [.. checks] : null,
            Forecast = await RunForecastReader.Read(target, runId, entities),
        };
    }

    // To be compared with what the run then took.
    private static async Task<IEnumerable<string>> Foreseen(NpgsqlConnection target, string? rehearsal) =>
        rehearsal is not null && (await Read(target, rehearsal))?.Forecast is { } forecast ? [ForecastWords.Foreseen(rehearsal, forecast)] : [];

    private static Verdict VerdictOf(string state) => state switch
    {
        "reconciled" => Verdict.Reconciled,
        "not-reconciled" => Verdict.NotReconciled,
        "failed" => Verdict.Failed,
        "withdrawing" or "withdrawn" => Verdict.Withdrawn,
        _ => Verdict.Unfinished,
    };

    private static async Task<EntityReport> ReadEntity(NpgsqlConnection target, EntityLine line)
    {
        var sources = (await target.QueryAsync<SourceLine>(SqlText.Of("Reconcile/ReadSources.sql"), new { entityId = line.EntityId })).Select(source => source.ToReport()).ToList();

        // With several sources a key alone does not name a row.
        var place = new { entityId = line.EntityId, source = (string?)null, named = sources.Count > 1 };
        var rejects = await target.QueryAsync<RuleCountLine>(SqlText.Of("Reconcile/CountRejects.sql"), place);
        var skips = await target.QueryAsync<RuleCountLine>(SqlText.Of("Reconcile/CountSkips.sql"), place);
        var corrections = await target.QueryAsync<RuleCountLine>(SqlText.Of("Reconcile/CountCorrections.sql"), place);
        return new()
        {
            Name = line.Entity,
            Sources = sources,
            TargetTable = line.TargetTable,
            Counts = new(line.Read, line.Created, line.Updated, line.Unchanged, line.Merged, line.Rejected, line.Skipped) { Conflicts = line.Conflicts, Deleted = line.Deleted },
            Partitions = line.Partitions,
            PartitionsThatDoNotAddUp = line.Unbalanced,
            Rejects = [.. rejects.Select(count => count.ToCount(count.Reason!))],
            Skips = [.. skips.Select(count => count.ToCount(count.Reason!))],
            Corrections = [.. corrections.Select(count => count.ToCount(CorrectionReason(count)))],
            Merges = new(line.Clusters, line.Merged, line.LargestCluster, line.FrequentKeys, line.Filled),
            Samples = [.. (await target.QueryAsync<SampleLine>(SqlText.Of("Reconcile/ReadSamples.sql"), place)).Select(sample => sample.ToSample())],
            Totals = [.. await target.QueryAsync<ControlTotal>(SqlText.Of("Reconcile/ReadTotals.sql"), place)],
            Contents = new(line.Sent, line.ContentsFound, line.ContentsAgree, line.DiffersIn),
            Timings = [.. (await target.QueryAsync<PhaseLine>(SqlText.Of("Reconcile/ReadPhases.sql"), place)).Select(phase => phase.ToTiming(line))],
        };
    }

    private static string CorrectionReason(RuleCountLine count) =>
        (CleaningRules.Find(count.Rule)?.Reason ?? count.Rule) + (count.Outcome == "kept" ? " It was kept, as the plan says." : "");

    private sealed record RunLine(string Plan, string Mode, string State, string? Failure, string? ReportAddress, string? ReportFailure, DateTime StartedAt, DateTime? FinishedAt, string? Rehearsed);

    private sealed record PhaseLine(string Phase, DateTime StartedAt, DateTime FinishedAt)
    {
        // Of a sample more is scanned than is read into the books.
        public PhaseTiming ToTiming(EntityLine line) =>
            new(Phase, StartedAt, FinishedAt, Phase is "publish" or "load" || (Phase is "scan" && !line.IsSample) ? line.Read : 0);
    }

    private sealed record SourceLine(
        string Source, string SourceTable, long RowsCame, long RowsWent, long Read, long Created, long Updated, long Unchanged, long Merged, long Skipped, long Conflicts, long Deleted, long Rejected)
    {
        public SourceReport ToReport() => new(Source, SourceTable, new(Read, Created, Updated, Unchanged, Merged, Rejected, Skipped) { Conflicts = Conflicts, Deleted = Deleted }, RowsCame, RowsWent);
    }

    private sealed record SampleLine(string Kind, string Rule, string Field, string SourceKey, string? Before, string? After)
    {
        public MaskedSample ToSample() => new(Enum.Parse<SampleKind>(Kind, ignoreCase: true), Rule, Field, SourceKey, Before, After);
    }

    private sealed record RuleCountLine
    {
        public string Rule { get; init; } = "";

        public string? Field { get; init; }

        public string? Reason { get; init; }

        public string? Outcome { get; init; }

        public long Rows { get; init; }

        public string[] SampleKeys { get; init; } = [];

        public long Suggested { get; init; }

        public RuleCount ToCount(string reason) => new(Rule, Field, reason, Rows, SampleKeys) { Suggested = Suggested };
    }
}
