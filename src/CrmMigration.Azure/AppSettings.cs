using Azure.Identity;
using Azure.Storage.Blobs;
using CrmMigration.Plan;
using CrmMigration.Reconcile;
using CrmMigration.Source;
using Microsoft.Extensions.Logging;

namespace CrmMigration.Azure;

/// <summary>What an app's settings choose: Azure's services where an address is set, else what lies at hand. An empty setting is none.</summary>
/// <param name="find">Gives a setting's value by its name, such as <c>CrmMigration:KeyVault</c>; null when it is not set.</param>
public sealed class AppSettings(Func<string, string?> find)
{
    /// <summary>From the vault at <c>CrmMigration:KeyVault</c>, else from the settings <c>ConnectionStrings:NAME</c>.</summary>
    public IConnections Connections => Address("CrmMigration:KeyVault") is { } vault
        ? VaultConnections.Of(vault, new DefaultAzureCredential(), TimeProvider.System)
        : new SettingConnections(name => find($"ConnectionStrings:{name}"), name => find($"CrmMigration:Keys:{name}"));

    /// <summary>From the container at <c>CrmMigration:Plans</c>, else from the folder <c>plans</c> beside the app.</summary>
    public IPlans Plans => Address("CrmMigration:Plans") is { } container
        ? new BlobPlans(Container(container))
        : new FolderPlans(Path.Combine(AppContext.BaseDirectory, "plans"));

    /// <summary>In the container at <c>CrmMigration:Reports</c>, else nowhere but in the database.</summary>
    public IReportShelf? Reports => Address("CrmMigration:Reports") is { } container ? new BlobReports(Container(container)) : null;

    /// <summary>The engine on these connections, with these reports.</summary>
    /// <param name="log">Where it tells how runs go.</param>
    public MigrationEngine Engine(ILogger<MigrationEngine> log) => new(Connections, log) { Reports = Reports };

    /// <summary>Steps at work at once in one process, which caps its connections: <c>CrmMigration:Window</c>, 8 where it is not a number.</summary>
    public int Window => int.TryParse(find("CrmMigration:Window"), out var window) && window > 0 ? window : 8;

    /// <summary>The plan that the incremental sync is for: <c>CrmMigration:SyncPlan</c>; null or empty where none is.</summary>
    public string? SyncPlan => find("CrmMigration:SyncPlan");

    /// <summary>How callers are told: by keys, and by sign-in where the platform says in <c>WEBSITE_AUTH_ENABLED</c> that it is on.</summary>
    public PlatformCallers Callers => new(find("WEBSITE_AUTH_ENABLED") is "1" or "true" or "True" or "TRUE");

    // An address that carries a signature needs no sign-in.
    private static BlobContainerClient Container(Uri address) =>
        address.Query.Length > 0 ? new(address) : new(address, new DefaultAzureCredential());

    private Uri? Address(string setting) => find(setting) is { Length: > 0 } text
        ? Uri.TryCreate(text, UriKind.Absolute, out var address)
            ? address
            : throw new InvalidSettingException($"{setting} is set to something that is not an address. Expected something like 'https://name.vault.azure.net/'.")
        : null;
}
