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
        var answer = await surroundings.Engine.Request(found.Connection, run, request, call.Cancellation);
        if (answer is not { Accepted: true, State: RunStates.Running })
        {
            // It was not at work, or has just ended: its present state is what the caller needs.
            found = await new RunSearch(surroundings).Find(run, call.Cancellation);
        }

        return answer is { Accepted: true }
            ? Taken(run, $"{request}".ToLowerInvariant(), found.Status.State, Remarks(found.Status))
            : throw new RefusedException(Problem.WrongState(found.Status, done));
    }

    public static HttpAnswer Taken(string run, string request, string state, IReadOnlyList<string> remarks) =>
        HttpAnswer.Json(202, new(run, request, state, remarks), Written.As.RequestTaken).With("Location", Address.Of(run));

    // A run at work ends later, so that nobody knows yet what it will have published.
    private IReadOnlyList<string> Remarks(RunStatus status) => request == RunRequest.Cancel && status.State == RunStates.Running
        ? [$"The run ends for good after the partitions in hand. What it has published by then stays in the target; GET {Address.Of(status.RunId)} tells what, once the state is cancelled."]
        : status.Remarks;
}
