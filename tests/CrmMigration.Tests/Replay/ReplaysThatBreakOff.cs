using CrmMigration.Flow;
using CrmMigration.Plan;
using CrmMigration.Tests.Cli;
using CrmMigration.Tests.Postgres;
using CrmMigration.Tests.Runs;
using Xunit;

namespace CrmMigration.Tests.Replay;

public class ReplaysThatBreakOff
{
    private const int Sigkill = 128 + 9;

    // Rows that arrive alone, that join one in the target, that join each other, and that are rejected again; and their orders, with sums.
    private const string Old =
        Plans.OwnersTable + """
        ; create table old_crm_orders (id int primary key, customer_id int, amount numeric(12,2), currency char(3));
        insert into old_crm_customers select i, case when i <= 10 then 'Ann Lee' || i end, 'p' || case when i > 16 then i % 4 else i end || '@example.com', case when i % 2 = 0 then '+1 212 555 01' || i end
        from generate_series(1, 24) i;
        insert into old_crm_customers values (90, null, 'p1@example.com', '+1 212 555 0199');
        insert into old_crm_orders select i, i, i * 1.25, case when i % 3 = 0 then 'EUR' else 'USD' end from generate_series(1, 24) i
        """;

    private static readonly MigrationPlan Plan = Plans.CustomersAndOrders();

    private static RunOptions Options => new() { RunId = "run-1", PartitionRows = 6, Parallel = 2 };

    [Theory]
    [InlineData("")]
    [InlineData(ResumeAtEveryStep.Target)]
    public async Task A_replay_that_breaks_off_after_any_step_is_done_again_to_the_same_end(string newSchema)
    {
        await using var crms = await Crms.Create(Old, newSchema);
        var (expected, steps) = await Uninterrupted(crms);
        var results = new List<string>();

        // Each case takes some of them, as each is a migration of its own.
        for (var step = newSchema.Length == 0 ? 1 : 3; step < steps; step += 4)
        {
            await Prepare(crms, newSchema);
            await BreakOffAfter(crms, step);
            await crms.Replay(Plan);
            results.Add(await ResultOf(crms));
        }

        Assert.InRange(steps, 18, 60);
        Assert.All(results, result => Assert.Equal(expected, result));
    }

    [Theory]
    [InlineData("before 2")]
    [InlineData("after 9")]
    [InlineData("after 16")]
    public async Task A_process_killed_at_a_step_of_a_replay_is_followed_by_another_to_the_same_end(string death)
    {
        await using var crms = await Crms.Create(Old);
        var (expected, _) = await Uninterrupted(crms);
        await Prepare(crms, "");

        await using (var host = ProgramProcess.Start(crms, "CrmMigration.CrashHost.dll", ["replay", "run-1", death.Split(' ')[1], death.Split(' ')[0]]))
        {
            Assert.Equal(Sigkill, await host.Exit());
        }

        var remarks = (await crms.Engine.Report("NewCrm", "run-1", CancellationToken.None))!.Remarks;
        await crms.Replay(Plan);

        Assert.EndsWith("Go on with: crm-migrate replay run-1", Assert.Single(remarks), StringComparison.Ordinal);
        Assert.Equal(expected, await ResultOf(crms));
    }

    [Fact]
    public async Task A_replay_stopped_on_request_says_how_to_go_on()
    {
        await using var crms = await Crms.Create(Old);
        await crms.Migrate(Plan, Options);
        await using var holder = await crms.New.DataSource.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using (var run = await crms.Engine.BeginReplay(Plan, new() { RunId = "run-1" }, new(), CancellationToken.None))
        {
            using var stop = new CancellationTokenSource();
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CrmMigration.Cli.Runner.InProcessRunner.Replay(run, stop.Token));
        }

        var status = (await crms.Engine.Status("NewCrm", "run-1", CancellationToken.None))!;

        Assert.Equal("reconciled", status.State);
        Assert.EndsWith("Go on with: crm-migrate replay run-1", status.Remarks[0], StringComparison.Ordinal);
    }

    private static async Task Prepare(Crms crms, string newSchema)
    {
        await crms.StartOver(newSchema);
        await crms.Migrate(Plan, Options);
        await crms.New.Run("""
            update crm_migration.rejects set fix = jsonb_build_object('name', case when source_key::int > 16 then 'Ann Lee1' else 'Cy Orr' || source_key end)
            where entity = 'customers' and source_key not in ('11', '12')
            """);
    }

    private static async Task<(string Result, int Steps)> Uninterrupted(Crms crms)
    {
        await Prepare(crms, await crms.New.One<string>("select to_regclass('new_crm_customers')::text") is null ? "" : ResumeAtEveryStep.Target);
        await using var run = await crms.Engine.BeginReplay(Plan, new() { RunId = "run-1" }, new(), CancellationToken.None);
        var port = new SteppedRun(run);
        await ReplayFlows.Replay.Run(port, run.Ref);
        var report = await run.Report(CancellationToken.None);
        Replays.AssertReconciled(report);
        Assert.True(report.Counts is { Merged: > 3, Rejected: > 2 }, $"{report.Counts}");
        return (await ResultOf(crms), port.Steps);
    }

    private static async Task BreakOffAfter(Crms crms, int step)
    {
        await using var run = await crms.Engine.BeginReplay(Plan, new() { RunId = "run-1" }, new(), CancellationToken.None);
        var left = step;
        var port = new SteppedRun(run) { After = _ => --left == 0 ? throw new OperationCanceledException() : Task.CompletedTask };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ReplayFlows.Replay.Run(port, run.Ref));
    }

    private static async Task<string> ResultOf(Crms crms) =>
        $"{await ResumeAtEveryStep.ResultOf(crms)} {await crms.HashOf("(select entity, source_key, rule, fix, resolution from crm_migration.rejects)")}";
}
