namespace CrmMigration.Flow;

/// <summary>
/// The part of a port that is the same in every host: steps and children answer with values, what may pass is tried again a bounded
/// number of times, and any other end ends the flow. A host says how to ask, and how to wait.
/// </summary>
public abstract class AnsweringPort : IFlowPort
{
    public abstract int Window { get; }

    public async Task<TOutput> Step<TInput, TOutput>(Step<TInput, TOutput> step, TInput input)
        where TInput : notnull
    {
        for (var attempt = 1; ; attempt++)
        {
            var answer = await Ask(step, input);
            if (answer.Outcome != StepOutcome.MayPass)
            {
                return Value(answer);
            }

            if (attempt == TransientFault.Tries)
            {
                return Value(answer with { Outcome = StepOutcome.Failed, Reason = $"{answer.Reason} It was tried {attempt} times." });
            }

            await Wait(TransientFault.Pause(attempt));
        }
    }

    public async Task<TOutput> Child<TInput, TOutput>(ChildFlow<TInput, TOutput> flow, TInput input) => Value(await AskChild(flow, input));

    /// <summary>Runs a flow to its end, whichever that is.</summary>
    public async Task<StepAnswer<TOutput>> Answer<TInput, TOutput>(ChildFlow<TInput, TOutput> flow, TInput input)
    {
        try
        {
            return new(StepOutcome.Done, await flow.Run(this, input));
        }
        catch (FlowEndedException ended)
        {
            return new(ended.Outcome, default, ended.Reason);
        }
    }

    /// <summary>Has a step run once, wherever, and gives its answer.</summary>
    protected abstract Task<StepAnswer<TOutput>> Ask<TInput, TOutput>(Step<TInput, TOutput> step, TInput input)
        where TInput : notnull;

    /// <summary>Has a child flow run on a port like this one, wherever, and gives its answer.</summary>
    protected abstract Task<StepAnswer<TOutput>> AskChild<TInput, TOutput>(ChildFlow<TInput, TOutput> flow, TInput input);

    protected abstract Task Wait(TimeSpan pause);

    private static T Value<T>(StepAnswer<T> answer) =>
        answer.Outcome == StepOutcome.Done ? answer.Value! : throw new FlowEndedException(answer.Outcome, answer.Reason);
}
