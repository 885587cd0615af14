using CrmMigration.Cli.Sample;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Cli;

public class StoppedOnRequest
{
    [Fact]
    public async Task A_run_that_is_asked_to_stop_exits_with_3_and_can_be_resumed()
    {
        await using var crms = await Crms.Create();
        await new SampleCrm(20_000, 5).Create(crms.Old.DataSource, null, TestContext.Current.CancellationToken);
        using var plans = new WrittenPlans();
        await using var program = ProgramProcess.Start(crms, "run", plans.Write(Plans.CustomersAndOrders()), "--run-id", "X", "--partition-rows", "500", "--parallel", "1");
        await UntilPartitionsAreCut(crms, program);

        await program.Terminate();
        var stopped = await program.Exit();
        var state = (await crms.Engine.Status("NewCrm", "X", CancellationToken.None))!.State;
        await using var resume = ProgramProcess.Start(crms, "resume", "X");
        var resumed = await resume.Exit();

        Assert.Equal(3, stopped);
        Assert.Contains("crm-migrate resume X", program.Error, StringComparison.Ordinal);
        Assert.Equal("stopped", state);
        Assert.Equal(0, resumed);
    }

    private static async Task UntilPartitionsAreCut(Crms crms, ProgramProcess program)
    {
        while ((await crms.Engine.Status("NewCrm", "X", CancellationToken.None))?.PartitionsTotal is null or 0)
        {
            Assert.False(program.HasExited, program.Error);
            await Task.Delay(5);
        }
    }
}
