using System.Diagnostics;
using CrmMigration.Flow;
using CrmMigration.Runs;

namespace CrmMigration.CrashHost;

/// <summary>Takes one step after the other, until it is time to die.</summary>
internal sealed class DoomedPort(MigrationRun run, Death death) : IFlowPort
{
    private int step;

    public int Window => 1;

    public async Task<TOutput> Step<TInput, TOutput>(Step<TInput, TOutput> step, TInput input)
        where TInput : notnull
    {
        this.step++;
        DieIf(!death.After);
        var output = await run.Run(step, input, CancellationToken.None);
        DieIf(death.After);
        return output;
    }

    public Task<TOutput> Child<TInput, TOutput>(ChildFlow<TInput, TOutput> flow, TInput input) => flow.Run(this, input);

    private void DieIf(bool now)
    {
        if (now && step == death.Step)
        {
            using var self = Process.GetCurrentProcess();
            self.Kill();
        }
    }
}
