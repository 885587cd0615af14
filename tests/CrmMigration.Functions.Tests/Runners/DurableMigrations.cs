using System.Text.Json;
using CrmMigration.Flow;
using CrmMigration.Functions.Orchestrations;
using CrmMigration.Runs;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Functions.Tests.Runners;

public class DurableMigrations : MigrationContract
{
    // A run that is carried on is scheduled in the place of its instance that ended.
    private readonly TaskHub hub = new();

    [Fact]
    public async Task A_step_whose_process_dies_is_done_again()
    {
        await using var crms = await Crms.Create(Plans.OwnersTable + "; insert into old_crm_customers select i, 'Ann Lee' || i, null, null from generate_series(1, 20) i");
        var left = 2;

        var (answer, _) = await Run(crms, new() { RunId = "run-1" }, hub, (step, _) => step == "LoadPartition" && left-- > 0
            ? throw new IOException("The worker process exited.")
            : Task.CompletedTask);

        Assert.Equal((StepOutcome.Done, -1), (answer.Outcome, left));
    }

    private protected override async Task<StepAnswer<RunOutcome>> Migrate(Crms crms, RunOptions options) =>
        (await Run(crms, options, hub, (_, _) => Task.CompletedTask)).Answer;

    /// <summary>Gives the texts of the history too, and hears each activity's name and input before it runs.</summary>
    internal static async Task<(StepAnswer<RunOutcome> Answer, IReadOnlyList<string> History)> Run(
        Crms crms, RunOptions options, TaskHub hub, Func<string, string, Task> before)
    {
        await using var runs = new JoinedRuns(crms.Engine, options.Parallel);
        var replay = new DurableReplay(runs) { Before = before };
        hub.ComeUp(replay);
        await new DurableRuns(crms.Engine, new DurableInstances(hub, options.Parallel)).Start(Plans.Customers(), options, CancellationToken.None);
        var output = (await hub.Output(options.RunId!))!;
        return (JsonSerializer.Deserialize<StepAnswer<RunOutcome>>(output)!, [hub.InputOf(options.RunId!), .. replay.Written, output]);
    }
}
