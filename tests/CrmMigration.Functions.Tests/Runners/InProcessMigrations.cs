using CrmMigration.Flow;
using CrmMigration.Runs;
using CrmMigration.Tests.Postgres;

namespace CrmMigration.Functions.Tests.Runners;

public class InProcessMigrations : MigrationContract
{
    private protected override Task<StepAnswer<RunOutcome>> Migrate(Crms crms, RunOptions options, Func<string, Task> before) => Run(crms, options, before);

    internal static async Task<StepAnswer<RunOutcome>> Run(Crms crms, RunOptions options, Func<string, Task> before)
    {
        await using var run = await crms.Engine.Begin(Plans.Customers(), options, new(), CancellationToken.None);
        return await new HeardPort(run, before).Answer(Flows.Migrate, run.Ref);
    }

    private sealed class HeardPort(MigrationRun run, Func<string, Task> before) : AnsweringPort
    {
        public override int Window => run.Parallel;

        protected override async Task<StepAnswer<TOutput>> Ask<TInput, TOutput>(Step<TInput, TOutput> step, TInput input)
        {
            await before(step.Name);
            return await run.Answer(step, input, CancellationToken.None);
        }

        protected override Task<StepAnswer<TOutput>> AskChild<TInput, TOutput>(ChildFlow<TInput, TOutput> flow, TInput input) => Answer(flow, input);

        protected override Task Wait(TimeSpan pause) => Task.CompletedTask;
    }
}
