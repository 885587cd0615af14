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
    private protected override Task<StepAnswer<RunOutcome>> Migrate(Crms crms, RunOptions options) => Migrate(crms, options, (_, _) => Task.CompletedTask);

    /// <summary>The same, and hears each activity's name and input before it runs.</summary>
    internal static async Task<StepAnswer<RunOutcome>> Migrate(Crms crms, RunOptions options, Func<string, string, Task> before)
    {
        var client = new RememberingClient();
        await new DurableStart(crms.Engine, client).Start(Plans.Customers(), options, CancellationToken.None);
        await using var runs = new JoinedRuns(crms.Engine, options.Parallel);
        var output = await new DurableReplay(runs) { Before = before }.Run(client.Name!, client.Input!);
        return JsonSerializer.Deserialize<StepAnswer<RunOutcome>>(output)!;
    }

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
