using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using CrmMigration.Plan;

namespace CrmMigration.Azure;

/// <summary>Plans in a container: a blob <c>NAME.json</c> each. A blob is read anew each time.</summary>
public sealed class BlobPlans(BlobContainerClient container) : IPlans
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public async Task<MigrationPlan> Read(string name, CancellationToken cancellation)
    {
        try
        {
            return PlanFileName.Read(name, Text(name, await Content(name, cancellation)));
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            throw PlanFileName.Unknown(name, await Names(cancellation));
        }
        catch (Exception fault) when (fault.IsAzureFault(cancellation))
        {
            throw BlobFault.Describe(container.Uri, fault);
        }
    }

    public async Task<IReadOnlyList<string>> Names(CancellationToken cancellation)
    {
        try
        {
            var files = new List<string>();
            await foreach (var blob in container.GetBlobsAsync(cancellationToken: cancellation))
            {
                files.Add(blob.Name);
            }

            var names = new List<string>();
            foreach (var name in PlanFileName.NamesAmong(files))
            {
                names.AddRange(PlanFileName.NamesIn(name, (await Content(name, cancellation)).ToString()));
            }

            return names;
        }
        catch (Exception fault) when (fault.IsAzureFault(cancellation))
        {
            throw BlobFault.Describe(container.Uri, fault);
        }
    }

    private async Task<BinaryData> Content(string name, CancellationToken cancellation) =>
        (await container.GetBlobClient(PlanFileName.Of(name)).DownloadContentAsync(cancellation)).Value.Content;

    private static string Text(string name, BinaryData content)
    {
        try
        {
            using var reader = new StreamReader(content.ToStream(), Utf8);
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException binary)
        {
            throw new InvalidSettingException($"The plan '{name}' is not UTF-8 text. Save it as UTF-8.", binary);
        }
    }
}
