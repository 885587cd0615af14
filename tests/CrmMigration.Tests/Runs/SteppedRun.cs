using CrmMigration.Flow;
using CrmMigration.Plan;
using CrmMigration.Reconcile;
using CrmMigration.Runs;
using CrmMigration.Tests.Postgres;

namespace CrmMigration.Tests.Runs;

/// <summary>A port for tests: runs one step at a time, and lets the test act at each boundary. The steps of a block can be shuffled.</summary>
internal sealed class SteppedRun(MigrationRun run) : IFlowPort
{
    private readonly List<Func<Task>> waiting = [];
    private bool inBlock;

    /// <summary>All steps of a block at once, so that their order is this port's to choose.</summary>
    public int Window => 1000;

    /// <summary>Steps completed.</summary>
    public int Steps { get; private set; }

    /// <summary>Hears a step's name before it begins.</summary>
    public Func<string, Task> Before { get; init; } = _ => Task.CompletedTask;

    /// <summary>Hears a step's name when it is committed, before the flow gets its result.</summary>
    public Func<string, Task> After { get; init; } = _ => Task.CompletedTask;

    /// <summary>Null: the order of the flow.</summary>
    public Random? Order { get; init; }

    /// <summary>A whole migration with something done after some of its steps.</summary>
    public static async Task<RunReport> Migrate(Crms crms, MigrationPlan plan, RunOptions options, Func<string, Task> after)
    {
        await using var run = await crms.Engine.Begin(plan, options, new(), CancellationToken.None);
        await Flows.Migrate.Run(new SteppedRun(run) { After = after }, run.Ref);
        return await run.Report(CancellationToken.None);
    }

    public Task<TOutput> Step<TInput, TOutput>(Step<TInput, TOutput> step, TInput input)
        where TInput : notnull
    {
        if (!inBlock)
        {
            return Take(step, input);
        }

        var result = new TaskCompletionSource<TOutput>();
        waiting.Add(async () =>
        {
            try
            {
                result.SetResult(await Take(step, input));
            }
            catch (Exception fault)
            {
                result.SetException(fault);
                throw;
            }
        });
        return result.Task;
    }

    public async Task<TOutput> Child<TInput, TOutput>(ChildFlow<TInput, TOutput> flow, TInput input)
    {
        if (input is not Block { InOrder: false })
        {
            return await flow.Run(this, input);
        }

        waiting.Clear();
        inBlock = true;
        var whole = flow.Run(this, input);
        inBlock = false;
        var steps = waiting.ToArray();
        Order?.Shuffle(steps);
        foreach (var step in steps)
        {
            await step();
        }

        return await whole;
    }

    private async Task<TOutput> Take<TInput, TOutput>(Step<TInput, TOutput> step, TInput input)
        where TInput : notnull
    {
        await Before(step.Name);
        var output = await run.Run(step, input, CancellationToken.None);
        Steps++;
        await After(step.Name);
        return output;
    }
}
