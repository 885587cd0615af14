using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CrmMigration.Tests.Azure;

/// <summary>
/// An HTTPS server that speaks the part of Key Vault's protocol that reading a secret takes: the challenge, and <c>GET /secrets/NAME</c>.
/// Its certificate is made for the name of a vault in Azure, so that the client checks all it checks there.
/// </summary>
internal sealed class TestVault : IAsyncDisposable
{
    public const string Host = "crm.vault.azure.net";

    private const string Challenge = "Bearer authorization=\"https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555\", resource=\"https://vault.azure.net\"";

    private readonly WebApplication server;
    private int asked;

    private TestVault(X509Certificate2 certificate)
    {
        Certificate = certificate;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        server = builder.Build();
        server.MapGet("/secrets/{name}/{version?}", Answer);
    }

    public X509Certificate2 Certificate { get; }

    public ConcurrentDictionary<string, string> Secrets { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The token that the vault accepts.</summary>
    public string Token { get; init; } = "token-of-the-test";

    /// <summary>Answers a request with an accepted token in place of the vault, when it returns true. Gets the number of such requests so far.</summary>
    public Func<HttpContext, int, Task<bool>> Instead { get; set; } = (_, _) => Task.FromResult(false);

    /// <summary>Requests with an accepted token.</summary>
    public int Asked => asked;

    public int Port { get; private set; }

    public static async Task<TestVault> Start(string token = "token-of-the-test")
    {
        var vault = new TestVault(SelfSigned()) { Token = token };
        await vault.server.StartAsync();
        vault.Port = new Uri(vault.server.Urls.Single()).Port;
        return vault;
    }

    /// <summary>A fault in the vault's own form.</summary>
    public static async Task<bool> Refuse(HttpContext context, int status, string code)
    {
        context.Response.StatusCode = status;
        await context.Response.WriteAsJsonAsync(new { error = new { code, message = "The vault's own words." } });
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        Certificate.Dispose();
    }

    private async Task Answer(HttpContext context, string name)
    {
        if (context.Request.Headers.Authorization != $"Bearer {Token}")
        {
            context.Response.Headers.WWWAuthenticate = Challenge;
            await Refuse(context, 401, "Unauthorized");
        }
        else if (!await Instead(context, Interlocked.Increment(ref asked)))
        {
            await (Secrets.TryGetValue(name, out var value) ? Give(context, name, value) : Refuse(context, 404, "SecretNotFound"));
        }
    }

    private static Task Give(HttpContext context, string name, string value) => context.Response.WriteAsJsonAsync(new
    {
        value,
        id = $"https://{Host}/secrets/{name}/0123456789abcdef0123456789abcdef",
        attributes = new { enabled = true, created = 1_700_000_000, updated = 1_700_000_000, recoveryLevel = "Recoverable" },
    });

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={Host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(Host);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
