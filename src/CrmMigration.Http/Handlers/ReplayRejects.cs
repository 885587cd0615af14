using CrmMigration.Http.Books;
using CrmMigration.Http.Input;
using CrmMigration.Http.Problems;

namespace CrmMigration.Http.Handlers;

/// <summary>Replays rejected rows of a run that is reconciled. The same idempotency key starts nothing, and gives the first answer again.</summary>
internal sealed class ReplayRejects(HttpSurroundings surroundings) : IDisposable
{
    // Two replays at once in one process would see each other half done; those of other processes meet at the lease.
    private readonly SemaphoreSlim oneAtATime = new(1, 1);

    public async Task<HttpAnswer> Answer(RoutedCall call)
    {
        var body = await JsonBody.Read(call.Call, "rule");
        var options = new ReplayOptions { RunId = call.Run, Rule = body.OptionalText("rule"), IdempotencyKey = IdempotencyKey.Of(call.Call) };
        var found = await new RunSearch(surroundings).Find(call.Run, call.Cancellation);
        await oneAtATime.WaitAsync(call.Cancellation);
        try
        {
            if (!await IsKnown(found, options, call.Cancellation))
            {
                await Replay(call, found, options);
            }
        }
        finally
        {
            oneAtATime.Release();
        }

        return RunAsked.Taken(call.Run, "replay", RunStates.Replaying, []);
    }

    public void Dispose() => oneAtATime.Dispose();

    private async Task<bool> IsKnown(FoundRun found, ReplayOptions options, CancellationToken cancellation) =>
        options.IdempotencyKey is { } key && await surroundings.Engine.RejectsOf(found.Connection).KnowsReplay(options.RunId, key, cancellation);

    private async Task Replay(RoutedCall call, FoundRun found, ReplayOptions options)
    {
        if (await surroundings.Engine.RejectsOf(found.Connection).WhyNotReplayed(options.RunId, call.Cancellation) is { } refusal)
        {
            throw new RefusedException(Problem.NotReplayed(found.Status, refusal));
        }

        var plan = await surroundings.Engine.PlanOf(found.Connection, options.RunId, call.Cancellation) ?? throw new RefusedException(Problem.NoSuchRun(options.RunId));
        try
        {
            await call.Host.Replay(plan, options, call.Cancellation);
        }
        catch (InvalidSettingException)
        {
            // Another machine may have taken the same request.
            if (await IsKnown(found, options, call.Cancellation))
            {
                return;
            }

            if (await Refusals.Of(surroundings.Engine, plan, call.Cancellation) is not { } problem)
            {
                throw;
            }

            throw new RefusedException(problem);
        }
    }
}
