using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Sas;

namespace CrmMigration.Tests.Azure;

/// <summary>The storage emulator that tests run on. A missing one fails the test; nothing is skipped in silence.</summary>
internal static class Azurite
{
    private const string Setting = "CRM_MIGRATION_TEST_AZURITE";

    private static string ConnectionString =>
        Environment.GetEnvironmentVariable(Setting)
        ?? throw new InvalidOperationException($"{Setting} is not set: it must hold the connection string of an Azurite for tests. ./scripts/test.sh starts one and sets it.");

    /// <summary>A container of a new name, which is not made yet.</summary>
    public static BlobContainerClient Container() => new(ConnectionString, $"test-{Guid.NewGuid():n}");

    /// <summary>The address of a container with a signature that allows everything for an hour.</summary>
    public static Uri Signed(BlobContainerClient container)
    {
        var signature = container.GetParentBlobServiceClient().GenerateAccountSasUri(
            AccountSasPermissions.All, DateTimeOffset.UtcNow.AddHours(1), AccountSasResourceTypes.All);
        return new(container.Uri + signature.Query);
    }

    /// <summary>A container whose storage nobody listens for.</summary>
    public static BlobContainerClient Unreachable()
    {
        var options = new BlobClientOptions();
        options.Retry.MaxRetries = 1;
        options.Retry.Delay = TimeSpan.FromMilliseconds(10);
        return new(new Uri("http://127.0.0.1:1/crm/plans?sig=hunter2-signature"), options);
    }
}
