namespace CrmMigration.Tests.Http;

/// <summary>The local host.</summary>
public sealed class ServeKeepsTheContract : HttpContract
{
    private protected override async Task<IRunningHost> StartHost(IReadOnlyDictionary<string, string?> connections, string plans) =>
        await ServedHost.Start(connections, plans);
}
