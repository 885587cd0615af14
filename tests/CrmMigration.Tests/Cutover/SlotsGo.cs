using CrmMigration.Flow;
using CrmMigration.Plan;
using CrmMigration.Reconcile;
using CrmMigration.Runs;
using CrmMigration.Tests.Cli;
using CrmMigration.Tests.Postgres;
using CrmMigration.Tests.Runs;
using CrmMigration.Tests.Sync.Log;
using Npgsql.Replication;
using Npgsql.Replication.PgOutput;
using Xunit;

namespace CrmMigration.Tests.Cutover;

public sealed class SlotsGo
{
    [Fact]
    public async Task A_go_drops_the_slot_that_it_is_asked_to_and_later_passes_still_bring_what_changes()
    {
        await using var source = await LoggedSource.Create(LoggedSource.Things);
        var (crms, plan) = (source.Crms, source.PlanOf());
        await LoggedSource.Started(crms, plan);
        await crms.Old.Run("update things set name = 'changed' where id = 3");

        var report = await Cutover(crms, plan, drops: true);
        var slot = await source.Confirmed();
        await crms.Old.Run("update things set name = 'late' where id = 4; delete from things where id = 5");
        var pass = await crms.Sync(plan);

        Assert.Equal(Verdict.Reconciled, report.Verdict);
        Assert.Null(slot);
        Assert.Equal(("ok", $"old: the slot {source.Name} is dropped; the server keeps no log for it any more."), Line(report));
        Assert.Equal((1, 1), (pass.Counts.Updated, pass.Counts.Deleted));
        Assert.Contains(pass.Remarks, remark => remark.Contains($"The slot {source.Name} is not there. This pass went by the horizon.", StringComparison.Ordinal));
        Assert.Empty(await Differences.Between(crms, "things", "new_things"));
    }

    [Fact]
    public async Task A_slot_stays_and_is_told_of_where_nobody_asks_or_the_verdict_is_no_go()
    {
        await using var source = await LoggedSource.Create(LoggedSource.Things);
        var (crms, plan) = (source.Crms, source.PlanOf());
        await crms.MigrateQuietly(plan);

        var go = await Cutover(crms, plan, drops: false);
        await crms.New.Run("delete from new_things where id = 3");
        var noGo = await Cutover(crms, plan, drops: true, id: "cutover-2");

        Assert.Equal((Verdict.Reconciled, Verdict.NotReconciled), (go.Verdict, noGo.Verdict));
        Assert.NotNull(await source.Confirmed());
        Assert.Equal(("note", "note"), (Line(go).Outcome, Line(noGo).Outcome));
        Assert.EndsWith("cut over with --drop-slots.", Line(go).Finding, StringComparison.Ordinal);
        Assert.EndsWith("It stays, as this is no go.", Line(noGo).Finding, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slot_that_the_server_does_not_drop_stops_nothing_and_its_reason_and_the_statement_are_told()
    {
        await using var source = await LoggedSource.Create(LoggedSource.Things);
        var (crms, plan) = (source.Crms, source.PlanOf());
        await crms.MigrateQuietly(plan);
        var report = default(RunReport);

        await Read(source, async () => report = await Cutover(crms, plan, drops: true));

        Assert.Equal(Verdict.Reconciled, report!.Verdict);
        Assert.Equal("note", Line(report).Outcome);
        Assert.Contains("is active for PID", Line(report).Finding, StringComparison.Ordinal);
        Assert.EndsWith($"select pg_drop_replication_slot('{source.Name}');", Line(report).Finding, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cut_over_that_breaks_off_after_the_slot_is_gone_is_carried_on_to_the_same_verdict()
    {
        await using var source = await LoggedSource.Create(LoggedSource.Things);
        var (crms, plan) = (source.Crms, source.PlanOf());
        await crms.MigrateQuietly(plan);
        await Assert.ThrowsAnyAsync<Exception>(() => SteppedRun.Migrate(
            crms, plan, Options("cutover-1", drops: true), step => step == nameof(Steps.CheckCutover) ? throw new OperationCanceledException() : Task.CompletedTask));
        var slot = await source.Confirmed();

        var report = await crms.Migrate(plan, new RunOptions { RunId = "cutover-1", Parallel = 2 });

        Assert.Null(slot);
        Assert.Equal(Verdict.Reconciled, report.Verdict);
        Assert.Equal("ok", Line(report).Outcome);
        Assert.StartsWith($"old: there is no slot {source.Name} for this plug-in in this database. It was dropped before", Line(report).Finding, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_drops_it_at_any_time_and_says_so_when_there_is_nothing_to_drop()
    {
        await using var source = await LoggedSource.Create(LoggedSource.Things);
        using var plans = new WrittenPlans();
        var logged = plans.Write(source.PlanOf());
        var (first, again, none) = (new ProgramInMemory(), new ProgramInMemory(), new ProgramInMemory());

        var codes = (
            await first.Run(source.Crms.Settings, "drop-slots", logged),
            await again.Run(source.Crms.Settings, "drop-slots", logged),
            await none.Run(source.Crms.Settings, "drop-slots", plans.Write(Plans.Copy("things", "new_things", create: true))));

        Assert.Equal((0, 0, 0), codes);
        Assert.Null(await source.Confirmed());
        Assert.StartsWith($"old: the slot {source.Name} is dropped;", first.Output, StringComparison.Ordinal);
        Assert.StartsWith($"old: there is no slot {source.Name} ", again.Output, StringComparison.Ordinal);
        Assert.StartsWith("The plan reads no source by its log:", none.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slot_of_the_same_name_that_is_not_for_this_log_stays()
    {
        await using var source = await LoggedSource.Create(LoggedSource.Things);
        using var plans = new WrittenPlans();
        await source.Crms.Old.Run($"select pg_drop_replication_slot('{source.Name}')");
        await source.Crms.Old.Run($"select pg_create_physical_replication_slot('{source.Name}')");
        var program = new ProgramInMemory();

        var code = await program.Run(source.Crms.Settings, "drop-slots", plans.Write(source.PlanOf()));

        Assert.Equal(0, code);
        Assert.Contains("there is no slot", program.Output, StringComparison.Ordinal);
        Assert.Equal(1, await source.Crms.Old.One<long>($"select count(*) from pg_replication_slots where slot_name = '{source.Name}'"));
    }

    [Fact]
    public async Task The_command_exits_with_1_where_one_stays()
    {
        await using var source = await LoggedSource.Create(LoggedSource.Things);
        using var plans = new WrittenPlans();
        var (program, code) = (new ProgramInMemory(), 0);

        await Read(source, async () => code = await program.Run(source.Crms.Settings, "drop-slots", plans.Write(source.PlanOf())));

        Assert.Equal(1, code);
        Assert.NotNull(await source.Confirmed());
    }

    // Another program streams from the slot meanwhile.
    private static async Task Read(LoggedSource source, Func<Task> meanwhile)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var other = new LogicalReplicationConnection(source.Crms.Old.ConnectionString);
        await other.Open(end.Token);
        var reading = Task.Run(
            async () =>
            {
                await foreach (var _ in other.StartReplication(new PgOutputReplicationSlot(source.Name), new PgOutputReplicationOptions(source.Name, PgOutputProtocolVersion.V1), end.Token))
                {
                }
            },
            CancellationToken.None);
        while (!await source.Crms.Old.One<bool>($"select active from pg_replication_slots where slot_name = '{source.Name}'"))
        {
            await Task.Delay(20, end.Token);
        }

        try
        {
            await meanwhile();
        }
        finally
        {
            await end.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        }
    }

    private static (string Outcome, string Finding) Line(RunReport report)
    {
        var line = Assert.Single(report.Cutover!, check => check.Name == "slots");
        return (line.Outcome, line.Finding);
    }

    private static Task<RunReport> Cutover(Crms crms, MigrationPlan plan, bool drops, string id = "cutover-1") => crms.Migrate(plan, Options(id, drops));

    private static RunOptions Options(string id, bool drops) => new() { RunId = id, Mode = RunMode.Cutover, Parallel = 2, DropsSlots = drops };
}
