using CrmMigration;
using CrmMigration.CrashHost;
using CrmMigration.Flow;
using CrmMigration.Plan;
using CrmMigration.Runs;
using CrmMigration.Source;

// PLAN RUN-ID STEP before|after|Nms [rehearsal|incremental]: runs the plan and kills itself (SIGKILL) before or after that step, counted from 1, or in it.
// replay RUN-ID STEP before|after: the same with a replay of that run's rejected rows.
// withdraw RUN-ID STEP before|after: the same with the withdrawal of that run.
// work STEP INPUT: takes that step of a run that was entered elsewhere; its input is JSON. Neither ends well.
var engine = new MigrationEngine(new SettingConnections(name => Environment.GetEnvironmentVariable($"ConnectionStrings__{name}")));
if (args is ["work", var step, var input])
{
    return await Worker.Work(engine, step, input);
}

if (args is ["replay", var runId, var number, var when])
{
    var stored = (await engine.PlanOf("NewCrm", runId, CancellationToken.None))!;
    await using var replay = await engine.BeginReplay(stored, new() { RunId = runId }, new RunProgress(), CancellationToken.None);
    await ReplayFlows.Replay.Run(new DoomedPort(replay, Death.Parse(number, when)), replay.Ref);
    return 1;
}

if (args is ["withdraw", var withdrawn, var at, var side])
{
    var stored = (await engine.PlanOf("NewCrm", withdrawn, CancellationToken.None))!;
    await using var withdrawal = await engine.BeginWithdrawal(stored, new() { RunId = withdrawn }, new RunProgress(), CancellationToken.None);
    await WithdrawFlows.Withdraw.Run(new DoomedPort(withdrawal, new(int.Parse(at), side == "after")), withdrawal.Ref);
    return 1;
}

var death = Death.Parse(args[2], args[3]);
var mode = args.Length > 4 ? Enum.Parse<RunMode>(args[4], ignoreCase: true) : RunMode.Full;
var options = new RunOptions { RunId = args[1], Mode = mode, PartitionRows = 4, Parallel = 2, ConfirmsDeletes = mode == RunMode.Incremental };
await using var run = await engine.Begin(PlanReader.ReadFile(args[0]), options, new RunProgress(), CancellationToken.None);
await Flows.Migrate.Run(new DoomedPort(run, death), run.Ref);
return 1;
