using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CrmMigration.Tests.Telemetry;

/// <summary>An HTTP server that takes whatever exporters send, and keeps it by path.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Path, byte[] Body)> taken = new();
    private readonly WebApplication server;

    private Collector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        server = builder.Build();
        server.Run(Take);
    }

    public string Address => server.Urls.Single();

    public static async Task<Collector> Start()
    {
        var collector = new Collector();
        await collector.server.StartAsync();
        return collector;
    }

    /// <summary>All bodies that came to a path, unpacked; bytes that are no text show as such.</summary>
    public string Taken(string path) => string.Join('\n', taken.Where(one => one.Path == path).Select(one => Encoding.UTF8.GetString(one.Body)));

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task Take(HttpContext context)
    {
        var body = new MemoryStream();
        await using var sent = context.Request.Headers.ContentEncoding == "gzip" ? new GZipStream(context.Request.Body, CompressionMode.Decompress) : context.Request.Body;
        await sent.CopyToAsync(body);
        taken.Enqueue((context.Request.Path, body.ToArray()));
    }
}
