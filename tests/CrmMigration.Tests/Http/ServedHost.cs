using CrmMigration.Cli;
using CrmMigration.Cli.Serve;
using CrmMigration.Tests.Cli;
using Microsoft.Extensions.Configuration;

namespace CrmMigration.Tests.Http;

/// <summary>The local host of <c>crm-migrate serve</c>, in the process of the tests.</summary>
internal sealed class ServedHost(ServeHost host, StringWriter log) : IRunningHost
{
    public Uri Api => new(host.Address, "api/");

    public string Key => host.Key.Text;

    /// <summary>What it told on stderr.</summary>
    public string Log => log.ToString();

    public static async Task<ServedHost> Start(IReadOnlyDictionary<string, string?> connections, string plans)
    {
        var log = new StringWriter();
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection(connections.ToDictionary(one => $"ConnectionStrings:{one.Key}", one => one.Value))
            .Build();
        var surroundings = new Surroundings(
            settings, ProgramInMemory.ConsoleOn(TextWriter.Null), ProgramInMemory.ConsoleOn(TextWriter.Synchronized(log)), TimeProvider.System);
        return new(await ServeHost.Start(surroundings, new(0, plans), CancellationToken.None), log);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
