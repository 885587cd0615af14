using System.Collections.Concurrent;

namespace CrmMigration.Tests.Runs;

/// <summary>A clock whose timers are due when the test says so, and never by themselves.</summary>
internal sealed class BeatingClock : TimeProvider
{
    private readonly ConcurrentBag<Timer> timers = [];
    private long moved;

    public override long GetTimestamp() => base.GetTimestamp() + Interlocked.Read(ref moved);

    /// <summary>Time passes, and no timer is due by it.</summary>
    public void Move(TimeSpan time) => Interlocked.Add(ref moved, (long)(time.TotalSeconds * TimestampFrequency));

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(callback, state);
        timers.Add(timer);
        return timer;
    }

    /// <summary>Every timer is due, once.</summary>
    public void Beat()
    {
        foreach (var timer in timers)
        {
            timer.Fire();
        }
    }

    private sealed class Timer(TimerCallback callback, object? state) : ITimer
    {
        private bool ended;

        public void Fire()
        {
            if (!ended)
            {
                callback(state);
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => !ended;

        public void Dispose() => ended = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
