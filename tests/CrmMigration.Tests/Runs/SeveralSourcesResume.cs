using CrmMigration.Flow;
using CrmMigration.Plan;
using CrmMigration.Reconcile;
using CrmMigration.Tests.Cli;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Runs;

/// <summary>Runs of two old CRMs into one that break off: keys that were given stay, and nothing arrives twice.</summary>
public class SeveralSourcesResume
{
    private const int Sigkill = 128 + 9;
    private const string Assign = "\"assign\"";

    private static RunOptions Whole => new() { RunId = "run-1", Parallel = 2 };

    private static RunOptions Cut => new() { RunId = "run-1", PartitionRows = 4, Parallel = 2 };

    [Theory]
    [InlineData("", Assign)]
    [InlineData(TwoOldCrms.Target, Assign)]
    public async Task A_run_that_breaks_off_after_any_step_resumes_to_the_same_end(string newSchema, string east)
    {
        await using var crms = await TwoOldCrms.Create(newSchema);
        var plan = TwoOldCrms.Plan(newSchema.Length == 0 ? null : Assign, east);
        var (expected, steps) = await Uninterrupted(crms, plan);

        // The two last ones are the verdict and what is done after it; a run that has its verdict is not resumed.
        // Every third one, as each is a migration of its own.
        for (var step = 1; step < steps - 1; step += 3)
        {
            await crms.StartOver(newSchema);
            await BreakOffAfter(crms, plan, step);
            var keys = await Keys(crms);
            await InProcess.Run(crms.Engine, plan, Whole, new(), CancellationToken.None);
            Assert.Equal(expected, await ResultOf(crms));
            Assert.Empty(keys.Except(await Keys(crms)));
        }

        Assert.InRange(steps, 15, 40);
    }

    [Theory]
    [InlineData("", "after 4", "after 12", "before 20")]
    [InlineData(TwoOldCrms.Target, "before 9", "after 13", "before 24")]
    public async Task A_process_killed_at_a_step_is_resumed_to_the_same_end(string newSchema, params string[] deaths)
    {
        await using var crms = await TwoOldCrms.Create(newSchema);
        var plan = TwoOldCrms.Plan(newSchema.Length == 0 ? null : Assign, Assign);
        await InProcess.Run(crms.Engine, plan, Cut, new(), CancellationToken.None);
        var expected = await ResultOf(crms);

        foreach (var death in deaths.Select(death => death.Split(' ')))
        {
            await crms.StartOver(newSchema);
            using var plans = new WrittenPlans();
            await using var host = ProgramProcess.Start(crms, "CrmMigration.CrashHost.dll", [plans.Write(plan), "run-1", death[1], death[0]]);
            Assert.Equal(Sigkill, await host.Exit());
            var keys = await Keys(crms);
            await InProcess.Run(crms.Engine, plan, Cut, new(), CancellationToken.None);
            Assert.Equal(expected, await ResultOf(crms));
            Assert.Empty(keys.Except(await Keys(crms)));
        }
    }

    private static async Task<(string Result, int Steps)> Uninterrupted(Crms crms, MigrationPlan plan)
    {
        await using var run = await crms.Engine.Begin(plan, Whole, new(), CancellationToken.None);
        var port = new SteppedRun(run);
        await Flows.Migrate.Run(port, run.Ref);
        Assert.Equal(Verdict.Reconciled, (await run.Report(CancellationToken.None)).Verdict);
        return (await ResultOf(crms), port.Steps);
    }

    private static async Task BreakOffAfter(Crms crms, MigrationPlan plan, int step)
    {
        await using var run = await crms.Engine.Begin(plan, Whole, new(), CancellationToken.None);
        var left = step;
        var port = new SteppedRun(run) { After = _ => --left == 0 ? throw new OperationCanceledException() : Task.CompletedTask };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Flows.Migrate.Run(port, run.Ref));
    }

    // What rows became, whichever numbers they got: those are drawn as rows come by.
    private static async Task<string> ResultOf(Crms crms)
    {
        var report = (await crms.Engine.Report("NewCrm", "run-1", CancellationToken.None))!;
        return string.Join(
            Environment.NewLine,
            [
                $"{report.Verdict} {report.Counts}", .. report.Findings, .. report.Entities.SelectMany(entity => entity.Sources).Select(source => source.ToString()),
                .. report.Entities.SelectMany(entity => entity.Totals).Select(total => total.ToString()),
                .. await crms.New.All<string>("select concat_ws(' ', entity, source, source_key, fate) from crm_migration.row_fates order by 1"),
                .. await crms.New.All<string>(TwoOldCrms.PeopleByName), .. await crms.New.All<string>(TwoOldCrms.OrdersByName),
                $"{await crms.New.One<long>("select count(*) from new_customers")} {await crms.New.One<long>("select count(*) from new_orders")}",
                $"{await crms.New.One<long>("select count(*) - count(distinct target_key) from crm_migration.xref where entity = 'orders' and status = 'migrated'")}",
            ]);
    }

    private static async Task<List<string>> Keys(Crms crms) => await crms.New.One<bool>("select to_regclass('crm_migration.ledger') is null") ? [] : await crms.New.All<string>(
        "select concat_ws(' ', entity, source, source_key, target_key) from crm_migration.row_fates where target_key is not null");
}
