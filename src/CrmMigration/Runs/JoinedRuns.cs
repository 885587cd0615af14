using System.Diagnostics.CodeAnalysis;
using CrmMigration.Flow;
using CrmMigration.Telemetry;

namespace CrmMigration.Runs;

/// <summary>
/// The runs that a process takes part in without having begun them: each is joined when its first step comes, and left after its last
/// one, or when another holder has its lease.
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
        foreach (var joined in runs.Values)
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
                runs[run] = joined = new(run, new(() => engine.Join(run, parallel, CancellationToken.None)));
            }

            joined.AtWork++;
            return joined;
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

    private sealed class Joined(RunRef key, Lazy<Task<MigrationRun>> run) : IAsyncDisposable
    {
        public RunRef Key => key;

        public Lazy<Task<MigrationRun>> Run => run;

        /// <summary>Steps at work; guarded by the gate.</summary>
        public int AtWork { get; set; }

        public async ValueTask DisposeAsync()
        {
            if (run.IsValueCreated && run.Value.IsCompletedSuccessfully)
            {
                await (await run.Value).DisposeAsync();
            }
        }
    }
}
