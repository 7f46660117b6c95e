namespace Dateline.Tests.App.Fetching;

/// <summary>A time in which nobody waits: whoever does makes it jump to the end of the wait.</summary>
internal sealed class JumpingTime : TimeProvider
{
    private readonly Lock guard = new();
    private DateTimeOffset now = new(2025, 2, 28, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Moments at which somebody stopped waiting.</summary>
    public List<DateTimeOffset> Woken { get; } = [];

    public override DateTimeOffset GetUtcNow()
    {
        lock (guard)
        {
            return now;
        }
    }

    public void Jump(TimeSpan time)
    {
        lock (guard)
        {
            now += time;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > TimeSpan.Zero)
        {
            lock (guard)
            {
                now += dueTime;
                Woken.Add(now);
            }

            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }

        return new Timer();
    }

    private sealed class Timer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => default;
    }
}
