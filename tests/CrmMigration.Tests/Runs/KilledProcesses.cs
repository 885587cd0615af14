using CrmMigration.Reconcile;
using CrmMigration.Tests.Cli;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Runs;

public class KilledProcesses
{
    private const int Sigkill = 128 + 9;

    [Theory]
    [InlineData("", "after 1", "before 6", "after 8", "before 13")]
    [InlineData(ResumeAtEveryStep.Target, "after 3", "after 7", "before 9", "before 17")]
    public async Task A_process_killed_at_a_step_is_resumed_to_the_same_end(string newSchema, params string[] deaths)
    {
        await using var crms = await Crms.Create(ResumeAtEveryStep.OldSchema, newSchema);
        await Finish(crms);
        var expected = await ResumeAtEveryStep.ResultOf(crms);
        var results = new List<string>();

        foreach (var death in deaths)
        {
            await crms.StartOver(newSchema);
            await Die(crms, death.Split(' '));
            await Finish(crms);
            results.Add(await ResumeAtEveryStep.ResultOf(crms));
        }

        Assert.All(results, result => Assert.Equal(expected, result));
    }

    private static async Task Die(Crms crms, string[] death)
    {
        using var plans = new WrittenPlans();
        await using var host = ProgramProcess.Start(crms, "CrmMigration.CrashHost.dll", [plans.Write(Plans.CustomersAndOrders()), "run-1", death[1], death[0]]);
        Assert.Equal(Sigkill, await host.Exit());
    }

    private static Task<RunReport> Finish(Crms crms) => InProcess.Run(
        crms.Engine, Plans.CustomersAndOrders(), new() { RunId = "run-1", PartitionRows = 4, Parallel = 2 }, new(), CancellationToken.None);
}
