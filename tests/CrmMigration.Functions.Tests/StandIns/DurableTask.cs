// Stand-ins for the types of Microsoft.DurableTask that the host's sources use; see Worker.cs.
namespace Microsoft.DurableTask
{
    public readonly record struct TaskName(string Name)
    {
        public static implicit operator TaskName(string name) => new(name);
    }

    public record TaskOptions;

    public record StartOrchestrationOptions(string? InstanceId = null, DateTimeOffset? StartAt = null);

    public abstract class TaskOrchestrationContext
    {
        public abstract string InstanceId { get; }

        public abstract T? GetInput<T>();

        public abstract Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null);

        public abstract Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null);

        public abstract Task CreateTimer(TimeSpan delay, CancellationToken cancellationToken);
    }
}

namespace Microsoft.DurableTask.Client
{
    public abstract class DurableTaskClient
    {
        public abstract Task<string> ScheduleNewOrchestrationInstanceAsync(
            TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default);
    }
}
