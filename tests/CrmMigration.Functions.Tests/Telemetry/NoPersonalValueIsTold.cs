using CrmMigration.Flow;
using CrmMigration.Functions.Tests.Runners;
using CrmMigration.Tests.Cli;
using CrmMigration.Tests.Postgres;
using CrmMigration.Tests.Telemetry;
using Xunit;

namespace CrmMigration.Functions.Tests.Telemetry;

/// <summary>
/// Runs that meet every kind of bad row, a step that fails with the row in the server's message, and one that may pass; then all that was
/// told at the level Debug, printed, and kept in histories is searched for values of the rows.
/// </summary>
[Collection(nameof(HeardAlone))]
public sealed class NoPersonalValueIsTold : IDisposable
{
    private readonly Heard heard = new();
    private readonly TaskHub hub = new();

    public void Dispose() => heard.Dispose();

    [Fact]
    public async Task By_the_program_on_one_machine()
    {
        await using var crms = await Crms.Create(MarkedCustomers.Old, MarkedCustomers.New);
        using var plans = new WrittenPlans();
        var program = new ProgramInMemory { Log = heard };

        await crms.New.Run("insert into broken values ('XX000')");
        var failed = await program.Run(crms.Settings, "run", plans.Write(Plans.Customers()), "--run-id", "run-1", "--partition-rows", "20");
        await crms.New.Run("update broken set state = '40001'");
        var again = await program.Run(crms.Settings, "resume", "run-1");
        await crms.New.Run("delete from broken");
        var done = await program.Run(crms.Settings, "resume", "run-1", "--json");

        Assert.Equal((1, 1, 0), (failed, again, done));
        MarkedCustomers.AssertAbsent(program.Output);
        MarkedCustomers.AssertAbsent(program.Error);
        await AssertNothingTold(crms);
    }

    [Fact]
    public async Task By_the_functions_and_their_history()
    {
        await using var crms = await Crms.Create(MarkedCustomers.Old, MarkedCustomers.New);
        crms.Log = heard;
        var history = new List<string>();

        await crms.New.Run("insert into broken values ('XX000')");
        var failed = await Migrate(crms, history);
        await crms.New.Run("update broken set state = '40001'");
        var again = await Migrate(crms, history);
        await crms.New.Run("delete from broken");
        var done = await Migrate(crms, history);

        Assert.Equal((StepOutcome.Failed, StepOutcome.Failed, StepOutcome.Done), (failed, again, done));
        MarkedCustomers.AssertAbsent(string.Join('\n', history));
        await AssertNothingTold(crms);
    }

    private async Task<StepOutcome> Migrate(Crms crms, List<string> history)
    {
        var (answer, written) = await DurableMigrations.Run(crms, new() { RunId = "run-1", PartitionRows = 20, Parallel = 3 }, hub, (_, _) => Task.CompletedTask);
        history.AddRange(written);
        return answer.Outcome;
    }

    // What the rows met is asserted too, so that the search does not pass because nothing happened.
    private async Task AssertNothingTold(Crms crms)
    {
        heard.Look();
        MarkedCustomers.AssertAbsent(heard.Everything);
        var report = (await crms.Engine.Report("NewCrm", "run-1", CancellationToken.None))!;
        Assert.Equal(
            ["required.missing", "target.check", "target.not-unique", "target.trigger", "value.too-long"],
            report.Entities[0].Rejects.Select(reject => reject.Rule).Order(StringComparer.Ordinal));
        Assert.NotEmpty(report.Entities[0].Corrections);
        Assert.True(report.Counts.Merged > 0);
        Assert.Equal(
            ["CrmMigration.EntityEnded", "CrmMigration.RunBegan", "CrmMigration.RunFailed", "CrmMigration.RunReconciled", "CrmMigration.StepBegan", "CrmMigration.StepEnded", "CrmMigration.StepFailed", "CrmMigration.StepMayPass"],
            heard.Events.Distinct().Order(StringComparer.Ordinal));
    }
}
