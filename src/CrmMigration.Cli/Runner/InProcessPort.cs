using System.Collections.Concurrent;
using CrmMigration.Flow;
using CrmMigration.Runs;

namespace CrmMigration.Cli.Runner;

/// <summary>The flow port of one process: steps run on the thread pool.</summary>
/// <param name="stop">Stops the steps at work, on request or because one of them failed.</param>
/// <param name="requested">The request alone.</param>
internal sealed class InProcessPort(MigrationRun run, CancellationTokenSource stop, CancellationToken requested) : AnsweringPort
{
    private readonly ConcurrentDictionary<Task, bool> atWork = new();

    public override int Window => run.Parallel;

    /// <summary>Returns when no step is at work any more, however they end.</summary>
    public async Task Settle()
    {
        await stop.CancelAsync();
        await Task.WhenAll(atWork.Keys).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    protected override async Task<StepAnswer<TOutput>> Ask<TInput, TOutput>(Step<TInput, TOutput> step, TInput input)
    {
        var cancellation = step.EndsRun ? CancellationToken.None : stop.Token;
        var work = Task.Run(() => run.Answer(step, input, cancellation), cancellation);
        atWork[work] = true;
        try
        {
            var answer = await work;
            if (answer.Outcome is StepOutcome.Failed or StepOutcome.LeaseLost)
            {
                // The other steps at work are of no use to a run that stops here.
                await stop.CancelAsync();
            }

            return answer;
        }
        finally
        {
            atWork.TryRemove(work, out _);
        }
    }

    protected override Task<StepAnswer<TOutput>> AskChild<TInput, TOutput>(ChildFlow<TInput, TOutput> flow, TInput input) => Answer(flow, input);

    protected override Task Wait(TimeSpan pause) => Task.Delay(pause, requested);
}
