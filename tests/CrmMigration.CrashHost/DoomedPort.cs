using System.Diagnostics;
using CrmMigration.Flow;
using CrmMigration.Runs;

namespace CrmMigration.CrashHost;

/// <summary>Takes one step after the other, until it is time to die.</summary>
internal sealed class DoomedPort(MigrationRun run, Death death) : IFlowPort
{
    private int steps;

    public int Window => 1;

    public async Task<TOutput> Step<TInput, TOutput>(Step<TInput, TOutput> step, TInput input)
        where TInput : notnull
    {
        // Its own number: other steps may begin while this one is at work.
        var number = ++steps;
        if (death.Within is { } delay && number == death.Step)
        {
            _ = Task.Delay(delay).ContinueWith(_ => DieIf(true), TaskScheduler.Default);
        }

        DieIf(death is { After: false, Within: null } && number == death.Step);
        var output = await run.Run(step, input, CancellationToken.None);
        DieIf(death.After && number == death.Step);
        return output;
    }

    public Task<TOutput> Child<TInput, TOutput>(ChildFlow<TInput, TOutput> flow, TInput input) => flow.Run(this, input);

    private static void DieIf(bool now)
    {
        if (now)
        {
            using var self = Process.GetCurrentProcess();
            self.Kill();
        }
    }
}
