using System.Diagnostics.CodeAnalysis;
using CrmMigration.Flow;
using CrmMigration.Telemetry;

namespace CrmMigration.Runs;

/// <summary>
/// The runs that a process takes part in without having begun them: each is joined when its first step comes, and left after its last
/// one, or when its lease is given back or taken over, whether a step is at work here or not.
/// </summary>
/// <param name="parallel">Steps of one run that this process has at work at once, which caps its connections.</param>
public sealed class JoinedRuns(MigrationEngine engine, int parallel) : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<RunRef, Joined> runs = [];

    /// <summary>Runs one step, once, and answers with a value however it ends; only a cancellation comes through as an exception.</summary>
    public Task<StepAnswer<TOutput>> Answer<TInput, TOutput>(Step<TInput, TOutput> step, TInput input, CancellationToken cancellation)
        where TInput : notnull => engine.Watch.Follow(step, input, () => AnswerUnwatched(step, input, cancellation));

    public async ValueTask DisposeAsync()
    {
        Joined[] left;
        lock (gate)
        {
            left = [.. runs.Values];
            runs.Clear();
        }

        foreach (var joined in left)
        {
            await joined.DisposeAsync();
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "The edge of a step: what it does not know is a bug, told as one.")]
    private async Task<StepAnswer<TOutput>> AnswerUnwatched<TInput, TOutput>(Step<TInput, TOutput> step, TInput input, CancellationToken cancellation)
        where TInput : notnull
    {
        var joined = Enter(StepPlace.Of(input).Run);
        var stays = false;
        try
        {
            var run = await joined.Run.Value;
            var answer = await run.AnswerUnwatched(step, input, cancellation);
            stays = answer.Outcome != StepOutcome.LeaseLost && !(step.EndsRun && answer.Outcome == StepOutcome.Done);
            return answer;
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            return StepFault.Answer<TOutput>(step.Name, input, fault);
        }
        finally
        {
            await Leave(joined, stays);
        }
    }

    private Joined Enter(RunRef run)
    {
        lock (gate)
        {
            if (!runs.TryGetValue(run, out var joined))
            {
                runs[run] = joined = new(run, Join);
            }

            joined.AtWork++;
            return joined;
        }
    }

    private async Task<MigrationRun> Join(Joined joined)
    {
        var run = await engine.Join(joined.Key, parallel, CancellationToken.None);

        // Not on the heart's own task, for which leaving the run waits.
        run.LeaseLost.Register(() => Task.Run(() => Forget(joined)));
        return run;
    }

    // Its lease is gone; where no step is at work, nobody else would close the door.
    private async Task Forget(Joined joined)
    {
        bool last;
        lock (gate)
        {
            last = runs.GetValueOrDefault(joined.Key) == joined && runs.Remove(joined.Key) && joined.AtWork == 0;
        }

        if (last)
        {
            await joined.DisposeAsync();
        }
    }

    // The last one out closes the door; a later step opens a new one.
    private async Task Leave(Joined joined, bool stays)
    {
        bool last;
        lock (gate)
        {
            joined.AtWork--;
            if (!stays && runs.GetValueOrDefault(joined.Key) == joined)
            {
                runs.Remove(joined.Key);
            }

            last = joined.AtWork == 0 && runs.GetValueOrDefault(joined.Key) != joined;
        }

        if (last)
        {
            await joined.DisposeAsync();
        }
    }

    private sealed class Joined : IAsyncDisposable
    {
        public Joined(RunRef key, Func<Joined, Task<MigrationRun>> join)
        {
            Key = key;
            Run = new(() => join(this));
        }

        public RunRef Key { get; }

        public Lazy<Task<MigrationRun>> Run { get; }

        /// <summary>Steps at work; guarded by the gate.</summary>
        public int AtWork { get; set; }

        public async ValueTask DisposeAsync()
        {
            if (Run.IsValueCreated && Run.Value.IsCompletedSuccessfully)
            {
                await (await Run.Value).DisposeAsync();
            }
        }
    }
}
