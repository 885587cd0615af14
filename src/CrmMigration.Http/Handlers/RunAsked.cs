using CrmMigration.Http.Books;
using CrmMigration.Http.Input;
using CrmMigration.Http.Problems;
using CrmMigration.Http.Shapes;
using CrmMigration.Runs;

namespace CrmMigration.Http.Handlers;

/// <summary>Enters a request in the books of a run at work; whoever runs it hears it between partitions.</summary>
/// <param name="done">What the run would be then, for a refusal: <c>paused</c>.</param>
internal sealed class RunAsked(HttpSurroundings surroundings, RunRequest request, string done)
{
    public async Task<HttpAnswer> Answer(RoutedCall call)
    {
        await JsonBody.Read(call.Call);
        var run = call.Run;
        var found = await new RunSearch(surroundings).Find(run, call.Cancellation);
        var answer = await surroundings.Engine.Request(found.Connection, run, request, call.Cancellation) ?? throw new RefusedException(Problem.NoSuchRun(run));
        return answer.Accepted ? Taken(run, $"{request}".ToLowerInvariant(), answer.State) : throw new RefusedException(Problem.WrongState(run, answer.State, done));
    }

    public static HttpAnswer Taken(string run, string request, string state) =>
        HttpAnswer.Json(202, new(run, request, state), Written.As.RequestTaken).With("Location", Address.Of(run));
}
