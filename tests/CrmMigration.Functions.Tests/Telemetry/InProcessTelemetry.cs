using CrmMigration.Flow;
using CrmMigration.Functions.Tests.Runners;
using CrmMigration.Runs;
using CrmMigration.Tests.Postgres;
using CrmMigration.Tests.Telemetry;
using Xunit;

namespace CrmMigration.Functions.Tests.Telemetry;

[Collection(nameof(HeardAlone))]
public sealed class InProcessTelemetry : TelemetryContract
{
    private protected override Task<StepAnswer<RunOutcome>> Migrate(Crms crms, RunOptions options, Func<string, Task> before) => InProcessMigrations.Run(crms, options, before);
}
