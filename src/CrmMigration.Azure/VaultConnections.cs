using System.Collections.Concurrent;
using Azure.Core;
using Azure.Security.KeyVault.Secrets;
using CrmMigration.Source;
using Npgsql;

namespace CrmMigration.Azure;

/// <summary>
/// Connection strings from Azure Key Vault: one secret per connection (<see cref="SecretName"/>). A secret is kept for five minutes and
/// read again when a server refused it, so that a rotation needs no restart. A connection string without password signs in by Entra.
/// </summary>
public sealed class VaultConnections(SecretClient vault, TokenCredential credential, TimeProvider clock) : IConnections
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, KeptSecret> secrets = new(StringComparer.OrdinalIgnoreCase);
    private readonly EntraPassword password = new(credential);

    private string Host => vault.VaultUri.Host;

    /// <summary>Connections from the vault at an address such as <c>https://crm.vault.azure.net/</c>.</summary>
    public static VaultConnections Of(Uri vault, TokenCredential credential, TimeProvider clock) =>
        new(new SecretClient(vault, credential, ClientOptions()), credential, clock);

    public async ValueTask<string?> Find(string name, CancellationToken cancellation)
    {
        var secret = SecretName.Of(name);
        return secrets.TryGetValue(secret, out var kept) && clock.GetUtcNow() < kept.Until ? kept.Value : await Read(secret, cancellation);
    }

    // Also true when the value is the one from before: another caller may have read the new one meanwhile.
    public async ValueTask<bool> Renew(string name, CancellationToken cancellation)
    {
        await Read(SecretName.Of(name), cancellation);
        return true;
    }

    public void Configure(string name, NpgsqlDataSourceBuilder builder) => password.Configure(builder);

    public string Setting(string name) => $"the secret '{SecretName.Of(name)}' of the vault {Host}";

    public ValueTask<string?> FindKey(string name, CancellationToken cancellation) => Find(name, cancellation);

    public string KeySetting(string name) => Setting(name);

    /// <summary>A vault in good health answers in milliseconds: ten seconds, and three more tries that heed Retry-After.</summary>
    internal static SecretClientOptions ClientOptions() => new()
    {
        Retry = { MaxRetries = 3, NetworkTimeout = TimeSpan.FromSeconds(10), MaxDelay = TimeSpan.FromSeconds(10) },
        Diagnostics = { IsTelemetryEnabled = false },
    };

    private async Task<string> Read(string secret, CancellationToken cancellation)
    {
        try
        {
            var answer = await vault.GetSecretAsync(secret, cancellationToken: cancellation);
            secrets[secret] = new(answer.Value.Value, clock.GetUtcNow() + Kept);
            return answer.Value.Value;
        }
        catch (Exception fault) when (fault.IsAzureFault(cancellation))
        {
            throw VaultFault.Describe(Host, secret, fault);
        }
    }

    private sealed record KeptSecret(string Value, DateTimeOffset Until)
    {
        // A record prints its properties, and this one must not.
        public override string ToString() => $"a secret kept until {Until:u}";
    }
}
