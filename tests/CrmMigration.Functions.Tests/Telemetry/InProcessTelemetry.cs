using CrmMigration.Flow;
using CrmMigration.Runs;
using CrmMigration.Tests.Postgres;
using CrmMigration.Tests.Telemetry;
using Xunit;

namespace CrmMigration.Functions.Tests.Telemetry;

[Collection(nameof(HeardAlone))]
public sealed class InProcessTelemetry : TelemetryContract
{
    private protected override async Task<StepAnswer<RunOutcome>> Migrate(Crms crms, RunOptions options, Func<string, Task> before)
    {
        await using var run = await crms.Engine.Begin(Plans.Customers(), options, new(), CancellationToken.None);
        return await new HeardPort(run, before).Answer(Flows.Migrate, run.Ref);
    }

    // As the product's own port, but that each step is heard before it runs.
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
