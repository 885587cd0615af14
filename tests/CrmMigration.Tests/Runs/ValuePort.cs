using CrmMigration.Flow;
using CrmMigration.Runs;

namespace CrmMigration.Tests.Runs;

/// <summary>A port for tests that asks as hosts do, one step after the other and without waiting.</summary>
internal sealed class ValuePort : AnsweringPort
{
    private readonly MigrationRun? run;
    private readonly JoinedRuns? runs;

    public ValuePort(MigrationRun run) => this.run = run;

    public ValuePort(JoinedRuns runs) => this.runs = runs;

    public override int Window => 1;

    public Func<string, Task> After { get; init; } = _ => Task.CompletedTask;

    protected override async Task<StepAnswer<TOutput>> Ask<TInput, TOutput>(Step<TInput, TOutput> step, TInput input)
    {
        var answer = run is not null
            ? await run.Answer(step, input, CancellationToken.None)
            : await runs!.Answer(step, input, CancellationToken.None);
        await After(step.Name);
        return answer;
    }

    protected override Task<StepAnswer<TOutput>> AskChild<TInput, TOutput>(ChildFlow<TInput, TOutput> flow, TInput input) => Answer(flow, input);

    protected override Task Wait(TimeSpan pause) => Task.CompletedTask;
}
