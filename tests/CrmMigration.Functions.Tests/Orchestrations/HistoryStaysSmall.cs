using System.Text.Json;
using CrmMigration.Flow;
using CrmMigration.Functions.Orchestrations;
using CrmMigration.Functions.Tests.Runners;
using CrmMigration.Reconcile;
using CrmMigration.Runs;
using CrmMigration.Source;
using Xunit;

namespace CrmMigration.Functions.Tests.Orchestrations;

public class HistoryStaysSmall
{
    [Fact]
    public async Task Ten_thousand_partitions_cost_each_orchestration_less_than_a_thousand_events_and_a_hundred_and_fifty_kilobytes()
    {
        await using var runs = new JoinedRuns(new MigrationEngine(new SettingConnections(_ => null)), 8);
        var replay = new DurableReplay(runs) { Instead = Answer };
        var input = new FlowInput<RunRef>(new("legacy-crm-20261123-053412-x7k2", 7) { Target = "NewCrm" }, 8);

        await replay.Run(nameof(MigrationOrchestrator), JsonSerializer.Serialize(input));

        foreach (var name in replay.Histories.GroupBy(history => history.Name))
        {
            TestContext.Current.SendDiagnosticMessage($"{name.Key}: {name.Count()} orchestrations, at most {name.Max(one => one.Events)} events and {name.Max(one => one.Bytes)} bytes");
        }

        Assert.All(replay.Histories, history => Assert.InRange(history.Events, 1, 1000));
        Assert.All(replay.Histories, history => Assert.InRange(history.Bytes, 1, 150_000));
    }

    // Answers of the size that real ones have.
    private static string Answer(string step) => step switch
    {
        nameof(Steps.PrepareRun) => JsonSerializer.Serialize(new StepAnswer<PreparedRun>(StepOutcome.Done, new(["customers"]))),
        nameof(Steps.PartitionEntity) => JsonSerializer.Serialize(new StepAnswer<PartitionedEntity>(StepOutcome.Done, new(10_000, 8_000, false, true))),
        nameof(Steps.CompleteRun) => JsonSerializer.Serialize(new StepAnswer<RunOutcome>(StepOutcome.Done, new(Verdict.Reconciled))),
        _ => JsonSerializer.Serialize(new StepAnswer<StepCounts>(StepOutcome.Done, new(100_000))),
    };
}
