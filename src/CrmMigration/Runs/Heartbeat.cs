namespace CrmMigration.Runs;

/// <summary>Renews a lease at every beat until it is disposed, or until a renewal says that the lease is gone.</summary>
internal sealed class Heartbeat : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenSource lost = new();
    private readonly Task heart;

    /// <param name="renew">False: the lease is gone.</param>
    public Heartbeat(TimeSpan beat, TimeProvider clock, Func<CancellationToken, Task<bool>> renew) => heart = KeepBeating(new(beat, clock), renew);

    /// <summary>Cancelled when the lease is gone.</summary>
    public CancellationToken Lost => lost.Token;

    /// <summary>No renewal is under way when it returns.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await heart;
        stop.Dispose();
        lost.Dispose();
    }

    private async Task KeepBeating(PeriodicTimer beats, Func<CancellationToken, Task<bool>> renew)
    {
        using var timer = beats;
        try
        {
            while (await timer.WaitForNextTickAsync(stop.Token))
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
