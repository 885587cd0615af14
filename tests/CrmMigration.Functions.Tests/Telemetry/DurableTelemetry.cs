using CrmMigration.Flow;
using CrmMigration.Functions.Tests.Runners;
using CrmMigration.Runs;
using CrmMigration.Tests.Postgres;
using CrmMigration.Tests.Telemetry;
using Xunit;

namespace CrmMigration.Functions.Tests.Telemetry;

[Collection(nameof(HeardAlone))]
public sealed class DurableTelemetry : TelemetryContract
{
    private readonly TaskHub hub = new();

    private protected override async Task<StepAnswer<RunOutcome>> Migrate(Crms crms, RunOptions options, Func<string, Task> before) =>
        (await DurableMigrations.Run(crms, options, hub, (step, _) => before(step))).Answer;
}
