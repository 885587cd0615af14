using System.Text.Json;
using CrmMigration.Flow;
using CrmMigration.Functions.Orchestrations;
using CrmMigration.Runs;
using CrmMigration.Tests.Postgres;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CrmMigration.Functions.Tests.Runners;

public class DurableMigrations : MigrationContract
{
    /// <summary>Gives the texts of the history too.</summary>
    internal static async Task<(StepAnswer<RunOutcome> Answer, IReadOnlyList<string> History)> Run(Crms crms, RunOptions options, Func<string, Task> before)
    {
        var client = new RememberingClient();
        await new DurableStart(crms.Engine, client).Start(Plans.Customers(), options, CancellationToken.None);
        await using var runs = new JoinedRuns(crms.Engine, options.Parallel);
        var replay = new DurableReplay(runs) { Before = before };
        var output = await replay.Run(client.Name!, client.Input!);
        return (JsonSerializer.Deserialize<StepAnswer<RunOutcome>>(output)!, [client.Input!, .. replay.Written, output]);
    }

    private protected override async Task<StepAnswer<RunOutcome>> Migrate(Crms crms, RunOptions options, Func<string, Task> before) =>
        (await Run(crms, options, before)).Answer;

    private sealed class RememberingClient : DurableTaskClient
    {
        public string? Name { get; private set; }

        public string? Input { get; private set; }

        public override Task<string> ScheduleNewOrchestrationInstanceAsync(
            TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
        {
            (Name, Input) = (orchestratorName.Name, JsonSerializer.Serialize(input));
            return Task.FromResult(options!.InstanceId!);
        }
    }
}
