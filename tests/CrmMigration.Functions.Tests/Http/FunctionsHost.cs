using System.Net;
using CrmMigration.Azure;
using CrmMigration.Functions.Tests.Runners;
using CrmMigration.Functions.Triggers;
using CrmMigration.Http;
using CrmMigration.Plan;
using CrmMigration.Runs;
using CrmMigration.Source;
using CrmMigration.Tests.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CrmMigration.Functions.Tests.Http;

/// <summary>
/// What stands around the app's functions in Azure: a web server in place of the Functions host, which tells of a key it knows by an identity,
/// and the replaying engine in place of Durable Functions.
/// </summary>
internal sealed class FunctionsHost : IRunningHost
{
    private readonly WebApplication web;
    private readonly CancellationTokenSource stop = new();
    private readonly TaskHub hub;
    private readonly JoinedRuns runs;

    private FunctionsHost(WebApplication web, TaskHub hub, JoinedRuns runs)
    {
        this.web = web;
        this.hub = hub;
        this.runs = runs;
    }

    public Uri Api => new($"{web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()}/api/");

    public string Key => "a-function-key";

    /// <param name="signIn">Whether the platform says that it checks tokens.</param>
    public static async Task<FunctionsHost> Start(IReadOnlyDictionary<string, string?> connections, string plans, TaskHub hub, bool signIn = false)
    {
        var settings = new Dictionary<string, string> { ["CrmMigration:Window"] = "2", ["WEBSITE_AUTH_ENABLED"] = $"{signIn}" };
        var engine = new MigrationEngine(new SettingConnections(connections.GetValueOrDefault));
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var host = new FunctionsHost(builder.Build(), hub, new(engine, 2));
        var api = new HttpApi(new HttpInterface(new(engine, new FolderPlans(plans))), engine, new AppSettings(settings.GetValueOrDefault));
        host.web.Run(context => host.Serve(api, context));
        hub.ComeUp(new(host.runs) { Cancellation = host.stop.Token });
        await host.web.StartAsync();
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await web.DisposeAsync();
        await hub.GoDown();
        await runs.DisposeAsync();
        stop.Dispose();
    }

    private async Task Serve(HttpApi api, HttpContext context)
    {
        var request = await Request.Of(context, Key);
        var response = (Response)await api.Answer(request, hub);
        await response.Send(context.Response);
    }
}
