using System.Diagnostics;
using CrmMigration.Flow;
using CrmMigration.Reconcile;
using CrmMigration.Runs;
using CrmMigration.Tests.Postgres;
using CrmMigration.Tests.Telemetry;
using Microsoft.Extensions.Logging;
using Xunit;

namespace CrmMigration.Functions.Tests.Telemetry;

/// <summary>What a run tells, whichever runner it is on.</summary>
public abstract class TelemetryContract : IDisposable
{
    private const string Customers =
        Plans.OwnersTable + "; insert into old_crm_customers select i, 'Anna Berg' || i % 450, 'anna' || i % 450 || '@example.org', null from generate_series(1, 500) i;"
        + "insert into old_crm_customers values (501, null, 'nobody@example.org', null)";

    private readonly Heard heard = new();

    private static RunOptions Options => new() { RunId = "run-1", PartitionRows = 100, Parallel = 3 };

    private static Task Nothing(string step) => Task.CompletedTask;

    /// <summary>Runs or carries on the run of that id; hears each step's name before it runs.</summary>
    private protected abstract Task<StepAnswer<RunOutcome>> Migrate(Crms crms, RunOptions options, Func<string, Task> before);

    public void Dispose()
    {
        heard.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task The_spans_of_a_run_are_a_tree_of_run_entity_partition_and_step()
    {
        await using var crms = await Create();

        await Migrate(crms, Options, Nothing);

        var spans = heard.Spans.ToDictionary(span => span.SpanId);
        var root = Assert.Single(spans.Values, span => span.ParentSpanId == default);
        Assert.Equal(("run", "run-1", "reconciled"), (root.OperationName, Tag(root, "run"), Tag(root, "outcome")));
        Assert.Single(spans.Values.Select(span => span.TraceId).Distinct());
        Assert.Equal(
            [
                "run / CompleteRun", "run / KeepReport", "run / PrepareRun", "run / entity", "run / entity / ClusterMatches", "run / entity / CompleteEntity", "run / entity / IndexLoaded",
                "run / entity / PartitionEntity", "run / entity / ReconcileEntity", "run / entity / partition", "run / entity / partition / FillPartition",
                "run / entity / partition / LoadPartition", "run / entity / partition / MatchBucket", "run / entity / partition / MergePartition",
            ],
            spans.Values.Where(span => span != root).Select(span => Path(spans, span)).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(6, spans.Values.Count(span => span.OperationName == "partition" && Tag(span, "step") == "LoadPartition"));
        Assert.Equal(501L, spans.Values.Where(span => span.OperationName == "LoadPartition").Sum(span => (long)span.GetTagItem("rows")!));
        Assert.All(spans.Values.Where(span => span != root), span => Assert.InRange(span.StartTimeUtc, root.StartTimeUtc, DateTime.UtcNow));
        Assert.All(spans.Values, span => Assert.Equal(ActivityStatusCode.Unset, span.Status));
    }

    [Fact]
    public async Task The_rows_by_fate_are_those_of_the_report_and_nothing_stays_at_work()
    {
        await using var crms = await Create();

        await Migrate(crms, Options, Nothing);

        var counts = (await crms.Engine.Report("NewCrm", "run-1", CancellationToken.None))!.Counts;
        Assert.Equal(new FateCounts(501, 450, 0, 0, 50, 1, 0), counts);
        Assert.Equal((450, 50, 1, 501), (Rows("created"), Rows("merged"), Rows("rejected"), Rows(null)));
        Assert.All(heard.Measured.Where(one => one.Instrument == "crm_migration.rows"), one => Assert.Equal(("test", "customers"), (one["plan"], one["entity"])));
        Assert.Equal(0, heard.Measured.Where(one => one.Instrument == "crm_migration.partitions.at_work").Sum(one => one.Value));
        Assert.Contains(heard.Measured, one => one is { Instrument: "crm_migration.partitions.at_work", Value: 1 });
        Assert.Contains(heard.Records, record => record.Text.Contains("450 created", StringComparison.Ordinal) && record.Text.Contains("50 merged", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_run_that_is_carried_on_counts_its_rows_once_and_stays_in_its_trace()
    {
        await using var crms = await Create();

        await Migrate(crms, Options, step => step == "ReconcileEntity" ? crms.Engine.Request("NewCrm", "run-1", RunRequest.Pause, CancellationToken.None) : Task.CompletedTask);
        await Migrate(crms, Options, Nothing);
        await Migrate(crms, Options with { RunId = "run-2" }, Nothing);

        var runs = heard.Spans.Where(span => span.OperationName == "run").ToArray();
        Assert.Equal(["paused", "reconciled", "reconciled"], runs.Select(span => Tag(span, "outcome")));
        Assert.Equal(runs[0].TraceId, runs[1].TraceId);
        Assert.NotEqual(runs[0].SpanId, runs[1].SpanId);
        Assert.NotEqual(runs[0].TraceId, runs[2].TraceId);
        Assert.Equal((450, 450), (Rows("created"), Rows("unchanged")));
    }

    [Fact]
    public async Task A_fault_that_passes_is_counted_and_its_tries_share_a_partition()
    {
        await using var crms = await Create();
        await crms.New.Run(MarkedCustomers.New);
        await crms.New.Run("insert into broken values ('40001')");
        var tries = 0;

        await Migrate(crms, Options, async step =>
        {
            if (step == "PublishPartition" && ++tries == 3)
            {
                await crms.New.Run("delete from broken");
            }
        });

        var faults = heard.Spans.Where(span => Tag(span, "outcome") == "may-pass").ToArray();
        Assert.NotEmpty(faults);
        Assert.All(faults, span => Assert.Equal((ActivityStatusCode.Error, "40001"), (span.Status, Tag(span, "sqlstate"))));
        Assert.Equal(faults.Length, heard.Measured.Where(one => one.Instrument == "crm_migration.retries").Sum(one => one.Value));
        Assert.Equal(faults.Length, heard.Events.Count(name => name == "CrmMigration.StepMayPass"));
        var partitions = heard.Spans.Where(span => span.OperationName == "partition").Select(span => span.SpanId).ToArray();
        Assert.Equal(partitions.Distinct(), partitions);
        Assert.All(faults, span => Assert.Contains(span.ParentSpanId, partitions));
    }

    [Fact]
    public async Task A_run_that_fails_is_told_of_by_the_event_that_wakes_an_operator()
    {
        await using var crms = await Create();
        await crms.New.Run(MarkedCustomers.New);
        await crms.New.Run("insert into broken values ('XX000')");

        var answer = await Migrate(crms, Options, Nothing);

        Assert.Equal(StepOutcome.Failed, answer.Outcome);
        Assert.Equal(LogLevel.Error, Assert.Single(heard.Records, record => record.Event.Name == "CrmMigration.RunFailed").Level);
        Assert.Equal("failed", Tag(Assert.Single(heard.Spans, span => span.OperationName == "run"), "outcome"));
        var ids = heard.Spans.Select(span => span.SpanId).ToHashSet();
        Assert.All(heard.Spans.Where(span => span.OperationName != "run"), span => Assert.Contains(span.ParentSpanId, ids));
    }

    [Fact]
    public async Task A_run_that_does_not_reconcile_is_told_of_by_the_event_that_wakes_an_operator()
    {
        await using var crms = await Create();

        var answer = await Migrate(crms, Options, step => step == "ReconcileEntity" ? crms.New.Run("update new_crm_customers set last_name = 'X' where id = 1") : Task.CompletedTask);

        Assert.Equal(Verdict.NotReconciled, answer.Value!.Verdict);
        Assert.Equal(LogLevel.Error, Assert.Single(heard.Records, record => record.Event.Name == "CrmMigration.NotReconciled").Level);
        Assert.DoesNotContain("CrmMigration.RunReconciled", heard.Events);
    }

    private static string? Tag(Activity span, string name) => span.GetTagItem(name)?.ToString();

    private static string Path(Dictionary<ActivitySpanId, Activity> spans, Activity span) =>
        span.ParentSpanId == default ? span.OperationName : $"{Path(spans, spans[span.ParentSpanId])} / {span.OperationName}";

    private async Task<Crms> Create()
    {
        var crms = await Crms.Create(Customers);
        crms.Log = heard;
        return crms;
    }

    private double Rows(string? fate) =>
        heard.Measured.Where(one => one.Instrument == "crm_migration.rows" && (fate is null || one["fate"] == fate)).Sum(one => one.Value);
}
