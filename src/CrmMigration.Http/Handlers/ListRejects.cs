using CrmMigration.Http.Books;
using CrmMigration.Http.Input;
using CrmMigration.Http.Problems;
using CrmMigration.Http.Shapes;
using CrmMigration.Reconcile;
using CrmMigration.Reconcile.Report;

namespace CrmMigration.Http.Handlers;

/// <summary>The rejected rows of a run in pages, as JSON or CSV; both carry a link to the next page.</summary>
internal sealed class ListRejects(HttpSurroundings surroundings)
{
    private static readonly string Csv = MediaTypes.Bare(MediaTypes.Csv);

    public async Task<HttpAnswer> Answer(RoutedCall call)
    {
        var form = AcceptHeader.Choose(call.Call, MediaTypes.Json, Csv);
        var (after, top) = (After(call), call.Whole("top", otherwise: 100));
        var found = await new RunSearch(surroundings).Find(call.Run, call.Cancellation);
        var page = await surroundings.Engine.RejectPage(found.Connection, call.Run, (after, top), call.Cancellation);
        var next = page.Next is null ? null : $"{Address.Of(call.Run)}/rejects?after={page.Next}&top={top}";
        var answer = form == Csv
            ? HttpAnswer.Text(MediaTypes.Csv, await Lines(page, call.Cancellation))
            : HttpAnswer.Json(200, new(page.Rows, next), Written.As.RejectList);
        answer = next is null ? answer : answer.With("Link", $"<{next}>; rel=\"next\"");
        return answer.With("Vary", "Accept");
    }

    private static RejectCursor? After(RoutedCall call) => call.Text("after") is not { } text ? null
        : RejectCursor.Read(text) ?? throw new RefusedException(Problem.WrongParameter("after", "is none that this interface gave", "take it from next or Link of the page before"));

    private static async Task<string> Lines(RejectPage page, CancellationToken cancellation)
    {
        await using var csv = new StringWriter();
        await RejectsCsv.Write(page.Rows.ToAsyncEnumerable(), csv, cancellation);
        return csv.ToString();
    }
}
