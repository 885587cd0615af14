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
        var (filter, after, top) = (Filter(call), After(call), call.Whole("top", otherwise: 100));
        var found = await new RunSearch(surroundings).Find(call.Run, call.Cancellation);
        var page = await surroundings.Engine.RejectsOf(found.Connection).Page(call.Run, filter, (after, top), call.Cancellation);
        var next = page.Next is null ? null : $"{Address.Of(call.Run)}/rejects?after={page.Next}&top={top}{Query(filter)}";
        var answer = form == Csv
            ? HttpAnswer.Text(MediaTypes.Csv, await Lines(page, call.Cancellation))
            : HttpAnswer.Json(200, new(page.Rows, next), Written.As.RejectList);
        answer = next is null ? answer : answer.With("Link", $"<{next}>; rel=\"next\"");
        return answer.With("Vary", "Accept");
    }

    // Suggestions and rows are personal: who only looks does not get them.
    private static RejectFilter Filter(RoutedCall call)
    {
        var values = call.Word("with") is not null;
        return !values || call.Call.Caller.May(Role.Operate)
            ? new() { Entity = call.Text("entity"), Rule = call.Text("rule"), WithValues = values }
            : throw new RefusedException(Problem.MissingRole(Role.Operate));
    }

    private static string Query(RejectFilter filter) => string.Concat(
        filter.Entity is null ? "" : $"&entity={Uri.EscapeDataString(filter.Entity)}",
        filter.Rule is null ? "" : $"&rule={Uri.EscapeDataString(filter.Rule)}",
        filter.WithValues ? "&with=values" : "");

    private static RejectCursor? After(RoutedCall call) => call.Text("after") is not { } text ? null
        : RejectCursor.Read(text) ?? throw new RefusedException(Problem.WrongParameter("after", "is none that this interface gave", "take it from next or Link of the page before"));

    private static async Task<string> Lines(RejectPage page, CancellationToken cancellation)
    {
        await using var csv = new StringWriter();
        await RejectsCsv.Write(page.Rows.ToAsyncEnumerable(), csv, cancellation);
        return csv.ToString();
    }
}
