using System.Reflection;
using System.Text.Json;
using CrmMigration.Functions.Orchestrations;
using CrmMigration.Runs;
using Microsoft.Azure.Functions.Worker;

namespace CrmMigration.Functions.Tests.Runners;

/// <summary>
/// Runs the host's own orchestrators and activities as the Durable engine does: an orchestrator is run from its start after each
/// completion, and everything it is given went through JSON. An orchestrator that asks for something else than the time before is refused.
/// </summary>
internal sealed class DurableReplay(JoinedRuns runs)
{
    private static readonly Dictionary<string, MethodInfo> Functions = typeof(MigrationOrchestrator).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods())
        .Where(method => method.GetParameters().Any(parameter => parameter.IsDefined(typeof(ActivityTriggerAttribute)) || parameter.IsDefined(typeof(OrchestrationTriggerAttribute))))
        .ToDictionary(method => method.GetCustomAttribute<FunctionAttribute>()!.Name);

    /// <summary>How large each orchestration's history became: its name, events, and bytes of JSON.</summary>
    public List<(string Name, int Events, int Bytes)> Histories { get; } = [];

    /// <summary>Everything that went into the histories: inputs, what was asked for, and answers.</summary>
    public List<string> Written { get; } = [];

    /// <summary>Hears an activity's name and its input as JSON before it runs; may fail as a process that dies does.</summary>
    public Func<string, string, Task> Before { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>Gives an activity's answer as JSON in place of running it; null: it is run.</summary>
    public Func<string, string>? Instead { get; init; }

    /// <summary>Ends the activities in hand, as a host that goes down does.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Runs an orchestration to its end and gives its output as JSON.</summary>
    public async Task<string> Run(string name, string input)
    {
        var history = new List<HistoryEvent>();
        while (true)
        {
            var context = new ReplayContext(name, input, history);
            var output = context.Replay(() => (Task)Functions[name].Invoke(null, [context])!);
            if (output is not null)
            {
                Histories.Add((name, (2 * history.Count) + 2, history.Sum(one => one.Asked.Length + one.Answer!.Length) + input.Length + output.Length));
                return output;
            }

            await Complete(history, context.Scheduled);
        }
    }

    // One completion at a time, so that the orchestrator is replayed after each; the last asked comes first, which no flow may mind.
    private async Task Complete(List<HistoryEvent> history, IReadOnlyList<Scheduled> scheduled)
    {
        var next = scheduled.Where(one => history.TrueForAll(done => done.Number != one.Number)).MaxBy(one => one.Number)
            ?? throw new InvalidOperationException("The orchestrator waits for something it did not ask for.");
        var answer = next.Kind switch
        {
            "timer" => "null",
            "child" => await Run(next.Name, next.Input),
            _ => await Activity(next),
        };
        history.Add(new(next.Number, next.ToString(), answer));
        Written.AddRange([next.ToString(), answer]);
    }

    // As often as its options say; the last fault fails the orchestration.
    private async Task<string> Activity(Scheduled asked)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Activity(asked.Name, asked.Input);
            }
            catch (IOException) when (attempt < asked.Tries && !Cancellation.IsCancellationRequested)
            {
            }
        }
    }

    private async Task<string> Activity(string name, string input)
    {
        if (Instead is not null)
        {
            return Instead(name);
        }

        await Before(name, input);
        var method = Functions[name];
        var target = Activator.CreateInstance(method.DeclaringType!, runs);
        var argument = JsonSerializer.Deserialize(input, method.GetParameters()[0].ParameterType);
        var task = (Task)method.Invoke(target, [argument, new InvocationContext(Cancellation)])!;
        await task;
        return JsonSerializer.Serialize(task.GetType().GetProperty("Result")!.GetValue(task));
    }
}
