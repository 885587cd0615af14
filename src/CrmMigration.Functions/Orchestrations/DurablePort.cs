using CrmMigration.Flow;
using Microsoft.DurableTask;

namespace CrmMigration.Functions.Orchestrations;

/// <summary>The flow port of an orchestration: a step is an activity of its name, a child flow an orchestration of its name.</summary>
internal sealed class DurablePort(TaskOrchestrationContext context, int window) : AnsweringPort
{
    // A step answers each of its own faults with a value; what makes its activity fail is the end of the process that ran it.
    private static readonly TaskOptions InAnotherProcess =
        TaskOptions.FromRetryPolicy(new(maxNumberOfAttempts: 5, firstRetryInterval: TimeSpan.FromSeconds(5), backoffCoefficient: 2));

    public override int Window => window;

    /// <summary>Runs the flow that the orchestration is for.</summary>
    public static Task<StepAnswer<TOutput>> Run<TInput, TOutput>(TaskOrchestrationContext context, ChildFlow<TInput, TOutput> flow)
    {
        var input = context.GetInput<FlowInput<TInput>>()!;
        return new DurablePort(context, input.Window).Answer(flow, input.Input);
    }

    protected override Task<StepAnswer<TOutput>> Ask<TInput, TOutput>(Step<TInput, TOutput> step, TInput input) =>
        context.CallActivityAsync<StepAnswer<TOutput>>(step.Name, input, InAnotherProcess);

    protected override Task<StepAnswer<TOutput>> AskChild<TInput, TOutput>(ChildFlow<TInput, TOutput> flow, TInput input) =>
        context.CallSubOrchestratorAsync<StepAnswer<TOutput>>(flow.Name, new FlowInput<TInput>(input, window));

    protected override Task Wait(TimeSpan pause) => context.CreateTimer(pause, CancellationToken.None);
}
