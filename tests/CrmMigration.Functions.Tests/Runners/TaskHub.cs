using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CrmMigration.Functions.Tests.Runners;

/// <summary>
/// What Durable Functions keeps in storage: instances by id, which outlast the hosts that work for them. An id whose instance is not at its
/// end cannot be scheduled again, one whose instance is completed, failed or terminated can: so the extension has it by default.
/// </summary>
internal sealed class TaskHub() : DurableTaskClient("hub")
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Instance> instances = [];
    private DurableReplay? host;

    /// <summary>The ids that were scheduled, in that order.</summary>
    public List<string> Scheduled { get; } = [];

    /// <summary>The ids that were terminated, in that order.</summary>
    public List<string> Terminated { get; } = [];

    /// <summary>Whether an instance ends when it is told to.</summary>
    public bool Obeys { get; set; } = true;

    /// <summary>The output of an instance at its end, as JSON.</summary>
    public async Task<string?> Output(string id) => (await WaitForInstanceCompletionAsync(id)).SerializedOutput;

    /// <summary>The input of an instance, as JSON.</summary>
    public string InputOf(string id) => instances[id].Input;

    public void EndAs(string id, OrchestrationRuntimeStatus status) => instances[id].EndAs(status);

    /// <summary>Returns when somebody waits for the instance's end.</summary>
    public Task IsWaitedFor(string id) => instances[id].WaitedFor.Task;

    /// <summary>A host comes up: what is not at its end goes on, from the start of its history.</summary>
    public void ComeUp(DurableReplay replay)
    {
        lock (gate)
        {
            host = replay;
            foreach (var instance in instances.Values.Where(one => !one.End.Task.IsCompleted))
            {
                instance.Work = Work(instance, replay);
            }
        }
    }

    /// <summary>The host is gone once its replay was cancelled; what it had in hand is not at its end.</summary>
    public Task GoDown()
    {
        lock (gate)
        {
            host = null;
            return Task.WhenAll(instances.Values.Select(one => one.Work));
        }
    }

    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        lock (gate)
        {
            var id = options!.InstanceId!;
            if (instances.TryGetValue(id, out var known) && !known.End.Task.IsCompleted)
            {
                throw new InvalidOperationException($"An Orchestration instance with the ID {id} already exists.");
            }

            var instance = instances[id] = new(orchestratorName.Name, JsonSerializer.Serialize(input));
            instance.Work = host is null ? Task.CompletedTask : Work(instance, host);
            Scheduled.Add(id);
            return Task.FromResult(id);
        }
    }

    public override Task<OrchestrationMetadata?> GetInstancesAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        lock (gate)
        {
            var end = instances.GetValueOrDefault(instanceId)?.End.Task;
            return end is { IsCompleted: true } ? end! : Task.FromResult(end is null ? null : new OrchestrationMetadata("", instanceId));
        }
    }

    public override async Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        var instance = instances[instanceId];
        instance.WaitedFor.TrySetResult();
        return (await instance.End.Task.WaitAsync(cancellation))!;
    }

    public override Task TerminateInstanceAsync(string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        Terminated.Add(instanceId);
        if (Obeys)
        {
            EndAs(instanceId, OrchestrationRuntimeStatus.Terminated);
        }

        return Task.CompletedTask;
    }

    // Its activities in hand go on when an instance is terminated; what comes of them is nobody's business any more.
    private static Task Work(Instance instance, DurableReplay replay) => Task.Run(async () =>
    {
        try
        {
            instance.EndAs(OrchestrationRuntimeStatus.Completed, await replay.Run(instance.Name, instance.Input));
        }
        catch (OperationCanceledException) when (replay.Cancellation.IsCancellationRequested)
        {
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            instance.EndAs(OrchestrationRuntimeStatus.Failed, fault.Message);
        }
    });

    private sealed class Instance(string name, string input)
    {
        public string Name => name;

        public string Input => input;

        public Task Work { get; set; } = Task.CompletedTask;

        public TaskCompletionSource<OrchestrationMetadata?> End { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource WaitedFor { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void EndAs(OrchestrationRuntimeStatus status, string? output = null) =>
            End.TrySetResult(new(name, "") { RuntimeStatus = status, SerializedOutput = output });
    }
}
