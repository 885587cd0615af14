using CrmMigration.Functions.Tests.Runners;
using CrmMigration.Tests.Http;

namespace CrmMigration.Functions.Tests.Http;

/// <summary>The app's functions.</summary>
public sealed class FunctionsRefuse : HttpRefusals
{
    private protected override async Task<IRunningHost> StartHost(IReadOnlyDictionary<string, string?> connections, string plans) =>
        await FunctionsHost.Start(connections, plans, new TaskHub());
}
