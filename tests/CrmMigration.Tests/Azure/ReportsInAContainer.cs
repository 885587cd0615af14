using Azure.Storage.Blobs;
using CrmMigration.Azure;
using CrmMigration.Reconcile;
using CrmMigration.Reconcile.Report;
using CrmMigration.Tests.Reconcile.Report;
using Npgsql;
using Xunit;

namespace CrmMigration.Tests.Azure;

public sealed class ReportsInAContainer : IAsyncDisposable
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    private static readonly RejectedRow Row = new("customers", "old", "17", "email.malformed", "email", "No e-mail address.", null);

    private readonly BlobContainerClient container = Azurite.Container();

    public async ValueTask DisposeAsync() => await container.DeleteIfExistsAsync(cancellationToken: CancellationToken.None);

    [Fact]
    public async Task A_run_is_three_blobs_in_its_folder()
    {
        var report = BelievableRun.Reconciled();

        var page = await new BlobReports(container).Keep(report, Rows(1), Cancellation);

        Assert.Equal($"{container.Uri}/{report.RunId}/report.html", page.ToString());
        Assert.Equal((HtmlReport.Render(report), "text/html; charset=utf-8"), await Blob($"{report.RunId}/report.html"));
        Assert.Equal((ReportJson.Write(report), "application/json"), await Blob($"{report.RunId}/report.json"));
        Assert.Equal(
            ("entity,source,source_key,rule,field,reason,sqlstate,suggestion\r\ncustomers,old,17,email.malformed,email,No e-mail address.,,\r\n", "text/csv; charset=utf-8"),
            await Blob($"{report.RunId}/rejects.csv"));
    }

    [Fact]
    public async Task A_run_written_again_replaces_what_was_there()
    {
        var reports = new BlobReports(container);
        await reports.Keep(BelievableRun.Reconciled(), Rows(100), Cancellation);

        await reports.Keep(BelievableRun.Reconciled(), Rows(1), Cancellation);

        Assert.Equal(2, (await Blob($"{BelievableRun.Reconciled().RunId}/rejects.csv")).Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Many_rejected_rows_arrive_whole()
    {
        await new BlobReports(container).Keep(BelievableRun.Reconciled(), Rows(300_000), Cancellation);

        var (text, _) = await Blob($"{BelievableRun.Reconciled().RunId}/rejects.csv");
        Assert.Equal(300_001, text.AsSpan().Count('\n'));
    }

    [Fact]
    public async Task Rejected_rows_that_cannot_be_read_to_their_end_replace_nothing()
    {
        var reports = new BlobReports(container);
        await reports.Keep(BelievableRun.Reconciled(), Rows(1), Cancellation);
        var before = await Blob($"{BelievableRun.Reconciled().RunId}/rejects.csv");

        await Assert.ThrowsAsync<NpgsqlException>(() => reports.Keep(BelievableRun.Reconciled(), Broken(), Cancellation));

        Assert.Equal(before, await Blob($"{BelievableRun.Reconciled().RunId}/rejects.csv"));
    }

    [Fact]
    public async Task A_storage_that_does_not_answer_is_told_without_its_signature()
    {
        var refusal = await Assert.ThrowsAsync<InvalidSettingException>(
            () => new BlobReports(Azurite.Unreachable()).Keep(BelievableRun.Reconciled(), Rows(1), Cancellation));

        Assert.Contains("does not answer", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("")]
    public async Task A_run_id_that_leads_elsewhere_is_refused(string runId)
    {
        var report = BelievableRun.Reconciled() with { RunId = runId };

        await Assert.ThrowsAsync<InvalidSettingException>(() => new BlobReports(container).Keep(report, Rows(1), Cancellation));
    }

    private static IAsyncEnumerable<RejectedRow> Rows(int count) => Enumerable.Repeat(Row, count).ToAsyncEnumerable();

    private static async IAsyncEnumerable<RejectedRow> Broken()
    {
        yield return Row;
        await Task.Yield();
        throw new NpgsqlException("The connection is lost.");
    }

    private async Task<(string Text, string ContentType)> Blob(string name)
    {
        var content = await container.GetBlobClient(name).DownloadContentAsync(Cancellation);
        return (content.Value.Content.ToString(), content.Value.Details.ContentType);
    }
}
