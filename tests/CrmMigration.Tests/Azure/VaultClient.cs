using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Security.KeyVault.Secrets;
using CrmMigration.Azure;

namespace CrmMigration.Tests.Azure;

/// <summary>The real client, with the product's options, whose connections to the vault's name end at the test's server.</summary>
internal sealed class VaultClient : IDisposable
{
    private readonly HttpClient http;

    /// <param name="port">Where the vault listens.</param>
    /// <param name="adjust">Makes the client less patient than it is in Azure.</param>
    public VaultClient(TestVault vault, int? port = null, TestCredential? credential = null, Action<SecretClientOptions>? adjust = null)
    {
        var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trust.CustomTrustStore.Add(vault.Certificate);
        http = new(new SocketsHttpHandler
        {
            SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = trust },
            ConnectCallback = (_, cancellation) => Connect(port ?? vault.Port, cancellation),
            UseProxy = false,
        });
        var options = VaultConnections.ClientOptions();
        options.Transport = new HttpClientTransport(http);
        adjust?.Invoke(options);
        TokenCredential identity = credential ?? new();
        Connections = new(new SecretClient(new Uri($"https://{TestVault.Host}/"), identity, options), identity, Clock);
    }

    public StoppedClock Clock { get; } = new();

    public VaultConnections Connections { get; }

    public static void Impatient(SecretClientOptions options)
    {
        options.Retry.MaxRetries = 1;
        options.Retry.Delay = TimeSpan.FromMilliseconds(10);
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(2);
    }

    public void Dispose() => http.Dispose();

    private static async ValueTask<Stream> Connect(int port, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
