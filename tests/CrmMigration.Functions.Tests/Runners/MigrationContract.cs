using CrmMigration.Flow;
using CrmMigration.Reconcile;
using CrmMigration.Runs;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Functions.Tests.Runners;

/// <summary>What every runner owes, whichever it is. Faults come from the server, so that the runners are the real ones.</summary>
public abstract class MigrationContract
{
    internal const string Customers =
        "create table old_crm_customers (id int primary key, name varchar(255), email varchar(255), phone varchar(255)); "
        + "insert into old_crm_customers select i, 'Anna Berg' || i % 450, 'anna' || i % 450 || '@example.org', null from generate_series(1, 500) i";

    internal const string Hash = "select md5(string_agg(t::text, '|' order by id)) from new_crm_customers as t";

    /// <summary>Runs or carries on the run of that id and gives the flow's answer.</summary>
    private protected abstract Task<StepAnswer<RunOutcome>> Migrate(Crms crms, RunOptions options);

    [Fact]
    public async Task The_target_is_the_same_whatever_runs_the_flow()
    {
        await using var crms = await Crms.Create(Customers);
        await using var other = await Crms.Create(Customers);

        var answer = await Migrate(crms, Options);
        var report = await other.Migrate(Plans.Customers());

        Assert.Equal((StepOutcome.Done, Verdict.Reconciled), (answer.Outcome, answer.Value!.Verdict));
        Assert.Equal(report.Counts, (await crms.Engine.Report("NewCrm", "run-1", CancellationToken.None))!.Counts);
        Assert.Equal(await other.New.One<string>(Hash), await crms.New.One<string>(Hash));
    }

    // One step of the run clusters, so that all faults meet the same one.
    [Theory]
    [InlineData(Trap.Conflict, 1)]
    [InlineData(Trap.Conflict, 3)]
    [InlineData(Trap.Death, 3)]
    public async Task A_step_that_meets_a_fault_that_passes_is_tried_again_until_it_is_done(string fault, int times)
    {
        await using var crms = await Crms.Create(Customers);
        await Trap.Set(crms, "merge_plans", fault, times);

        var answer = await Migrate(crms, Options);

        Assert.Equal((StepOutcome.Done, null), (answer.Outcome, answer.Reason));
        Assert.InRange(await Trap.Seen(crms), times + 1, long.MaxValue);
        Assert.Equal(500, await Fates(crms));
    }

    [Fact]
    public async Task Partitions_whose_sessions_die_in_the_middle_are_moved_all_the_same()
    {
        await using var crms = await Crms.Create(Customers);
        await using var other = await Crms.Create(Customers);
        await other.Migrate(Plans.Customers());
        await Trap.Set(crms, "ledger", Trap.Death, 3);

        var answer = await Migrate(crms, Options);

        Assert.Equal((StepOutcome.Done, null), (answer.Outcome, answer.Reason));
        Assert.InRange(await Trap.Seen(crms), 4, long.MaxValue);
        Assert.Equal(await other.New.One<string>(Hash), await crms.New.One<string>(Hash));
    }

    [Fact]
    public async Task A_fault_that_would_pass_and_does_not_fails_the_run_after_five_tries()
    {
        await using var crms = await Crms.Create(Customers);
        await Trap.Set(crms, "merge_plans", Trap.Conflict, 5);

        var failed = await Migrate(crms, Options);
        var seen = await Trap.Seen(crms);
        var answer = await Migrate(crms, Options);

        Assert.Equal((StepOutcome.Failed, 5), (failed.Outcome, seen));
        Assert.EndsWith("It was tried 5 times.", failed.Reason!, StringComparison.Ordinal);
        Assert.Equal(StepOutcome.Done, answer.Outcome);
    }

    [Fact]
    public async Task A_step_that_cannot_be_done_fails_the_run_with_a_sentence_and_the_run_resumes()
    {
        await using var crms = await Crms.Create(Customers);
        await Trap.Set(crms, "match_edges", Trap.Fault, 1);

        var failed = await Migrate(crms, Options);
        var state = (await crms.Engine.Status("NewCrm", "run-1", CancellationToken.None))!;
        var answer = await Migrate(crms, Options);

        Assert.Equal(StepOutcome.Failed, failed.Outcome);
        Assert.Contains("MatchBucket failed on customers, partition 0", failed.Reason!, StringComparison.Ordinal);
        Assert.Equal(("failed", failed.Reason), (state.State, state.Failure));
        Assert.Equal(StepOutcome.Done, answer.Outcome);
        Assert.Equal(500, await Fates(crms));
    }

    [Fact]
    public async Task A_paused_run_resumes_to_the_same_end()
    {
        await using var crms = await Crms.Create(Customers);
        await Trap.Set(crms, "merge_plans", Trap.Pause, 1);

        var paused = await Migrate(crms, Options);
        var answer = await Migrate(crms, Options);

        Assert.Equal(StepOutcome.Paused, paused.Outcome);
        Assert.Equal((StepOutcome.Done, Verdict.Reconciled), (answer.Outcome, answer.Value!.Verdict));
        Assert.Equal(500, await Fates(crms));
    }

    [Fact]
    public async Task A_rehearsal_tells_what_a_run_then_does_and_leaves_the_target_alone()
    {
        await using var crms = await Crms.Create(Customers);

        var rehearsed = await Migrate(crms, Options with { RunId = "rehearsal-1", Mode = RunMode.Rehearsal });
        var tables = await crms.New.One<long>("select count(*) from pg_tables where schemaname = 'public' or tablename ~ '^load_'");
        var answer = await Migrate(crms, Options);

        Assert.Equal((StepOutcome.Done, Verdict.Reconciled, 0), (rehearsed.Outcome, rehearsed.Value!.Verdict, tables));
        Assert.Equal(StepOutcome.Done, answer.Outcome);
        Assert.Equal(
            (await crms.Engine.Report("NewCrm", "run-1", CancellationToken.None))!.Counts,
            (await crms.Engine.Report("NewCrm", "rehearsal-1", CancellationToken.None))!.Counts);
    }

    [Fact]
    public async Task A_verification_repairs_what_was_edited_and_a_cut_over_then_says_go()
    {
        await using var crms = await Crms.Create(Customers);
        await Migrate(crms, Options);
        var expected = await crms.New.One<string>(Hash);
        await crms.New.Run("update new_crm_customers set last_name = 'Other' where id = 7");

        var look = await Migrate(crms, Options with { RunId = "verify-1", Mode = RunMode.Verify });
        var repair = await Migrate(crms, Options with { RunId = "verify-2", Mode = RunMode.Verify, Deep = true, Repairs = true });
        var cutover = await Migrate(crms, Options with { RunId = "cutover-1", Mode = RunMode.Cutover });

        Assert.Equal([Verdict.NotReconciled, Verdict.Reconciled, Verdict.Reconciled], new[] { look, repair, cutover }.Select(answer => answer.Value!.Verdict));
        Assert.Equal(expected, await crms.New.One<string>(Hash));
    }

    [Fact]
    public async Task The_report_is_kept_when_the_run_has_ended_and_not_before()
    {
        await using var crms = await Crms.Create(Customers);
        var shelf = new Shelf();
        crms.Reports = shelf;
        await Trap.Set(crms, "merge_plans", Trap.Pause, 1);

        await Migrate(crms, Options);
        var paused = shelf.Verdict;
        await Migrate(crms, Options);

        Assert.Equal((null, Verdict.Reconciled), (paused, shelf.Verdict));
        Assert.Equal(["The report is kept at https://shelf/run-1"], (await crms.Engine.Status("NewCrm", "run-1", CancellationToken.None))!.Remarks);
    }

    [Fact]
    public async Task A_report_that_cannot_be_kept_changes_no_verdict_and_is_told()
    {
        await using var crms = await Crms.Create(Customers);
        crms.Reports = new Shelf { IsFull = true };

        var answer = await Migrate(crms, Options);

        Assert.Equal((StepOutcome.Done, Verdict.Reconciled), (answer.Outcome, answer.Value!.Verdict));
        var remark = Assert.Single((await crms.Engine.Report("NewCrm", "run-1", CancellationToken.None))!.Remarks);
        Assert.EndsWith("KeepReport failed: The shelf is full.", remark, StringComparison.Ordinal);
    }

    internal static RunOptions Options => new() { RunId = "run-1", PartitionRows = 50, Parallel = 3 };

    private static Task<long> Fates(Crms crms) => crms.New.One<long>("select count(*) from crm_migration.row_fates where run_id = 'run-1'");

    private sealed class Shelf : IReportShelf
    {
        public bool IsFull { get; init; }

        /// <summary>That of the report that was kept last.</summary>
        public Verdict? Verdict { get; private set; }

        public async Task<Uri> Keep(RunReport report, IAsyncEnumerable<RejectedRow> rejects, CancellationToken cancellation)
        {
            Assert.False(await rejects.AnyAsync(cancellation));
            Verdict = report.Verdict;
            return IsFull ? throw new InvalidSettingException("The shelf is full.") : new($"https://shelf/{report.RunId}");
        }
    }
}
