using System.Globalization;
using System.Text.Json;
using Microsoft.DurableTask;

namespace CrmMigration.Functions.Tests.Runners;

/// <summary>One replay of an orchestrator: what the history answers is handed out in the order it was answered; the rest stays open.</summary>
internal sealed class ReplayContext(string name, string input, IReadOnlyList<HistoryEvent> history) : TaskOrchestrationContext
{
    private readonly List<Scheduled> scheduled = [];
    private readonly Dictionary<int, Action<string>> open = [];

    public override string InstanceId => name;

    public IReadOnlyList<Scheduled> Scheduled => scheduled;

    /// <summary>The output as JSON; null while the orchestrator still waits.</summary>
    public string? Replay(Func<Task> orchestrator)
    {
        var task = orchestrator();
        foreach (var done in history)
        {
            if (done.Number >= scheduled.Count || scheduled[done.Number].ToString() != done.Asked)
            {
                throw new InvalidOperationException($"Not deterministic: at {done.Number} it asked for {done.Asked} before.");
            }

            open[done.Number](done.Answer!);
        }

        if (!task.IsCompleted)
        {
            return null;
        }

        task.GetAwaiter().GetResult();
        return JsonSerializer.Serialize(task.GetType().GetProperty("Result")!.GetValue(task));
    }

    public override T? GetInput<T>()
        where T : default => JsonSerializer.Deserialize<T>(input);

    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null) =>
        Ask<TResult>("activity", name.Name, input, options?.Retry?.Policy?.MaxNumberOfAttempts ?? 1);

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null) =>
        Ask<TResult>("child", orchestratorName.Name, input);

    public override Task CreateTimer(TimeSpan delay, CancellationToken cancellationToken) =>
        Ask<object>("timer", delay.ToString("c", CultureInfo.InvariantCulture), null);

    // Continuations run at once, on this thread: the orchestrator goes on where the answer is handed out.
    private Task<T> Ask<T>(string kind, string what, object? argument, int tries = 1)
    {
        var result = new TaskCompletionSource<T>();
        open[scheduled.Count] = json => result.SetResult(JsonSerializer.Deserialize<T>(json)!);
        scheduled.Add(new(scheduled.Count, kind, what, JsonSerializer.Serialize(argument), tries));
        return result.Task;
    }
}
