namespace CrmMigration.Runs;

/// <summary>Renews a lease at every beat until it is disposed, or until a renewal says that the lease is gone.</summary>
internal sealed class Heartbeat : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenSource lost = new();
    private readonly PeriodicTimer beats;
    private readonly Task heart;

    /// <param name="renew">False: the lease is gone.</param>
    public Heartbeat(TimeSpan beat, TimeProvider clock, Func<CancellationToken, Task<bool>> renew)
    {
        beats = new(beat, clock);
        heart = KeepBeating(renew);
    }

    /// <summary>Cancelled when the lease is gone.</summary>
    public CancellationToken Lost => lost.Token;

    /// <summary>No renewal is under way when it returns.</summary>
    public async ValueTask DisposeAsync()
    {
        // Not by cancelling the wait: the exception of that reads all debug symbols for a stack trace that nobody sees.
        beats.Dispose();
        await stop.CancelAsync();
        await heart;
        stop.Dispose();
        lost.Dispose();
    }

    private async Task KeepBeating(Func<CancellationToken, Task<bool>> renew)
    {
        try
        {
            while (await beats.WaitForNextTickAsync())
            {
                if (!await renew(stop.Token))
                {
                    await lost.CancelAsync();
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
    }
}
