using System.IO.Pipelines;
using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using CrmMigration.Reconcile;
using CrmMigration.Reconcile.Report;

namespace CrmMigration.Azure;

/// <summary>Keeps the report and the rejected rows of a run as blobs under <c>RUN/</c>. Written again, they replace those before.</summary>
public sealed class BlobReports(BlobContainerClient container) : IReportShelf
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes report.html, report.json and rejects.csv, and makes the container when it is not there. Rejected rows are streamed; a blob appears when it is whole.</summary>
    /// <returns>The address of report.html, without a signature.</returns>
    /// <exception cref="InvalidSettingException">The container cannot be written to.</exception>
    public async Task<Uri> Keep(RunReport report, IAsyncEnumerable<RejectedRow> rejects, CancellationToken cancellation)
    {
        var folder = Folder(report.RunId);
        try
        {
            await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
            await Write($"{folder}/rejects.csv", rejects, cancellation);
            await Write($"{folder}/report.json", "application/json", ReportJson.Write(report), cancellation);
            return await Write($"{folder}/report.html", "text/html; charset=utf-8", HtmlReport.Render(report), cancellation);
        }
        catch (Exception fault) when (fault.IsAzureFault(cancellation))
        {
            throw BlobFault.Describe(container.Uri, fault);
        }
    }

    private static string Folder(string runId) => runId.Length > 0 && runId[0] != '.' && !runId.AsSpan().ContainsAny('/', '\\')
        ? runId
        : throw new InvalidSettingException($"The run id '{runId}' is no name of a folder. Reports are kept of runs whose id has no slash and does not begin with a dot.");

    private async Task<Uri> Write(string name, string contentType, string text, CancellationToken cancellation)
    {
        var blob = container.GetBlobClient(name);
        await blob.UploadAsync(BinaryData.FromString(text), Options(contentType), cancellation);
        return BlobFault.Address(blob.Uri);
    }

    private async Task Write(string name, IAsyncEnumerable<RejectedRow> rejects, CancellationToken cancellation)
    {
        var blob = container.GetBlobClient(name);
        var pipe = new Pipe();

        // The upload only repeats a fault of the rows, so theirs comes first.
        await Task.WhenAll(Fill(pipe.Writer, rejects, cancellation), Upload(blob, pipe.Reader, cancellation));
    }

    private static async Task Upload(BlobClient blob, PipeReader reader, CancellationToken cancellation)
    {
        // Closing it at a fault lets the writer go on to its end instead of waiting for ever.
        await using var content = reader.AsStream();
        await blob.UploadAsync(content, Options("text/csv; charset=utf-8"), cancellation);
    }

    private static async Task Fill(PipeWriter pipe, IAsyncEnumerable<RejectedRow> rejects, CancellationToken cancellation)
    {
        try
        {
            await using (var csv = new StreamWriter(pipe.AsStream(leaveOpen: true), Utf8))
            {
                await RejectsCsv.Write(rejects, csv, cancellation);
            }

            await pipe.CompleteAsync();
        }
        catch (Exception fault)
        {
            // The upload hears of it and commits nothing.
            await pipe.CompleteAsync(fault);
            throw;
        }
    }

    private static BlobUploadOptions Options(string contentType) => new() { HttpHeaders = new() { ContentType = contentType } };
}
