namespace CrmMigration.Tests.Azure;

/// <summary>A clock that only the test moves.</summary>
internal sealed class StoppedClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public void Move(TimeSpan by) => now += by;
}
