using CrmMigration.Http.Books;
using CrmMigration.Http.Input;
using CrmMigration.Http.Problems;
using CrmMigration.Reconcile.Report;

namespace CrmMigration.Http.Handlers;

/// <summary>The reconciliation of a run as it stands, as JSON or as a page.</summary>
internal sealed class GetReport(HttpSurroundings surroundings)
{
    private const string OnlyItsOwnStyle = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    private static readonly string Html = MediaTypes.Bare(MediaTypes.Html);

    public async Task<HttpAnswer> Answer(RoutedCall call)
    {
        var form = AcceptHeader.Choose(call.Call, MediaTypes.Json, Html);
        var found = await new RunSearch(surroundings).Find(call.Run, call.Cancellation);
        var report = await surroundings.Engine.Report(found.Connection, call.Run, call.Cancellation) ?? throw new RefusedException(Problem.NoSuchRun(call.Run));
        var answer = form == Html
            ? HttpAnswer.Text(MediaTypes.Html, HtmlReport.Render(report)).With("Content-Security-Policy", OnlyItsOwnStyle)
            : HttpAnswer.Text(MediaTypes.Json, ReportJson.Write(report));
        return answer.With("Vary", "Accept");
    }
}
