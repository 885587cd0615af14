namespace CrmMigration.Flow;

/// <summary>
/// Flows that go on by themselves on any machine, at most one at a time by one id. A host says how its engine does that. Which of them may
/// commit is not decided here: the lease in the database does.
/// </summary>
public abstract class FlowInstances
{
    /// <summary>How long a flow may take to come to its own end before it is ended: a run that was just paused has a moment's work left.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the engine may take to end a flow.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Begins a flow in the place of any that had its id. The caller has taken the lease anew, so that one still at work cannot commit; it is
    /// left to end, and ended if it does not, as one whose host died would wait for its steps for long.
    /// </summary>
    /// <exception cref="InvalidSettingException">The flow before it does not end.</exception>
    public async Task Replace<TInput>(string id, string flow, TInput input, CancellationToken cancellation)
        where TInput : notnull
    {
        if (await IsAtWork(id, cancellation) && !await Ends(id, Grace, cancellation))
        {
            await Terminate(id, cancellation);
            if (!await Ends(id, Patience, cancellation))
            {
                throw new InvalidSettingException($"The flow of {id} that was started before does not end within {Patience.TotalSeconds} seconds. Try again in some minutes.");
            }
        }

        await Begin(id, flow, input, cancellation);
    }

    /// <summary>Begins a flow unless one of its id is at work.</summary>
    public async Task<bool> TryBegin<TInput>(string id, string flow, TInput input, CancellationToken cancellation)
        where TInput : notnull
    {
        if (await IsAtWork(id, cancellation))
        {
            return false;
        }

        await Begin(id, flow, input, cancellation);
        return true;
    }

    /// <summary>Whether there is a flow of that id that has not come to any end.</summary>
    protected abstract Task<bool> IsAtWork(string id, CancellationToken cancellation);

    /// <summary>Waits for the end of the flow, whichever.</summary>
    protected abstract Task WaitForEnd(string id, CancellationToken cancellation);

    /// <summary>Has the engine end the flow; what its steps have in hand may go on.</summary>
    protected abstract Task Terminate(string id, CancellationToken cancellation);

    /// <summary>Begins a flow in the place of an ended one.</summary>
    protected abstract Task Begin<TInput>(string id, string flow, TInput input, CancellationToken cancellation)
        where TInput : notnull;

    private async Task<bool> Ends(string id, TimeSpan within, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(within);
        try
        {
            await WaitForEnd(id, limit.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }
}
