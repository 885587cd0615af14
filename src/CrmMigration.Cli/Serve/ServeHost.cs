using System.Net;
using CrmMigration.Http;
using CrmMigration.Plan;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace CrmMigration.Cli.Serve;

/// <summary>The HTTP interface on 127.0.0.1, with migrations running in this process. Disposing it stops them; they can be resumed.</summary>
internal sealed class ServeHost : IAsyncDisposable
{
    private readonly WebApplication web;
    private readonly CancellationTokenSource stop;

    private ServeHost(WebApplication web, CancellationTokenSource stop, BackgroundRuns runs)
    {
        this.web = web;
        this.stop = stop;
        Runs = runs;
    }

    public required HostKey Key { get; init; }

    public BackgroundRuns Runs { get; }

    /// <summary>Such as <c>http://127.0.0.1:7071</c>.</summary>
    public Uri Address => new(web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <exception cref="InvalidSettingException">The port is taken, or the folder of plans cannot be read.</exception>
    public static async Task<ServeHost> Start(Surroundings surroundings, ServeOptions options, CancellationToken cancellation)
    {
        var plans = new FolderPlans(options.Plans);
        await plans.Names(cancellation);
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var (key, runs) = (HostKey.New(), new BackgroundRuns(surroundings, stop.Token));
        var http = new HttpInterface(new(surroundings.Engine, plans)
        {
            Clock = surroundings.Clock,
            LogFault = (trace, fault) => surroundings.Say($"{trace}: {FaultWords.Describe(fault)}"),
        });
        var web = Listener(options.Port);
        web.Run(new KestrelCalls(http, runs, key, surroundings).Serve);
        try
        {
            await web.StartAsync(cancellation);
        }
        catch (IOException taken)
        {
            await web.DisposeAsync();
            stop.Dispose();
            throw new InvalidSettingException($"The port {options.Port} of 127.0.0.1 cannot be used; it is probably taken. Give another one with --port, or 0 for a free one.", taken);
        }

        return new(web, stop, runs) { Key = key };
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await web.StopAsync();
        await Runs.Settle();
        await web.DisposeAsync();
        stop.Dispose();
    }

    private static WebApplication Listener(int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // The interface reads no body further than its own bound, and tells it.
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        return builder.Build();
    }
}
