using CrmMigration.Flow;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CrmMigration.Functions.Orchestrations;

/// <summary>
/// Flows as instances of orchestrations. The engine refuses to schedule an id whose instance is not at its end, and puts a new instance in
/// the place of one that is completed, failed or terminated.
/// </summary>
/// <param name="window">Steps that a flow has at work at once.</param>
internal sealed class DurableInstances(DurableTaskClient client, int window) : FlowInstances
{
    protected override async Task<bool> IsAtWork(string id, CancellationToken cancellation) =>
        await client.GetInstancesAsync(id, getInputsAndOutputs: false, cancellation) is { IsCompleted: false };

    protected override Task WaitForEnd(string id, CancellationToken cancellation) =>
        client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: false, cancellation);

    protected override Task Terminate(string id, CancellationToken cancellation) =>
        client.TerminateInstanceAsync(id, new TerminateInstanceOptions(), cancellation);

    protected override Task Begin<TInput>(string id, string flow, TInput input, CancellationToken cancellation) =>
        client.ScheduleNewOrchestrationInstanceAsync(flow, new FlowInput<TInput>(input, window), new StartOrchestrationOptions(InstanceId: id), cancellation);
}
