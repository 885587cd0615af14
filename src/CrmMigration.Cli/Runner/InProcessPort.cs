using System.Collections.Concurrent;
using CrmMigration.Flow;
using CrmMigration.Runs;

namespace CrmMigration.Cli.Runner;

/// <summary>The flow port of one process: steps run on the thread pool, faults that may pass are tried again a bounded number of times.</summary>
internal sealed class InProcessPort(MigrationRun run, CancellationTokenSource stop) : IFlowPort
{
    private readonly ConcurrentDictionary<Task, bool> atWork = new();

    public int Window => run.Parallel;

    public async Task<TOutput> Step<TInput, TOutput>(Step<TInput, TOutput> step, TInput input)
        where TInput : notnull
    {
        var work = Task.Run(() => Try(step, input), stop.Token);
        atWork[work] = true;
        try
        {
            return await work;
        }
        catch
        {
            // The other steps at work are of no use to a run that stops here.
            await stop.CancelAsync();
            throw;
        }
        finally
        {
            atWork.TryRemove(work, out _);
        }
    }

    public Task<TOutput> Child<TInput, TOutput>(ChildFlow<TInput, TOutput> flow, TInput input) => flow.Run(this, input);

    /// <summary>Returns when no step is at work any more, however they end.</summary>
    public async Task Settle()
    {
        await stop.CancelAsync();
        await Task.WhenAll(atWork.Keys).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<TOutput> Try<TInput, TOutput>(Step<TInput, TOutput> step, TInput input)
        where TInput : notnull
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await run.Run(step, input, stop.Token);
            }
            catch (Exception fault) when (MigrationRun.MayPass(fault) && attempt < MigrationRun.Tries && !stop.IsCancellationRequested)
            {
                await Task.Delay(MigrationRun.Pause(attempt), stop.Token);
            }
            catch (Exception fault) when (fault is not OperationCanceledException && !stop.IsCancellationRequested)
            {
                throw new StepFailedException(StepFault.Describe(step.Name, input, fault, attempt), fault);
            }
        }
    }
}
