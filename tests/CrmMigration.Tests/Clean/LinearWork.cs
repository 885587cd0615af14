namespace CrmMigration.Tests.Clean;

/// <summary>Asserts that work grows with the length of a text, and not with its square. Work is measured, not time that passes.</summary>
internal static class LinearWork
{
    private const int Times = 100;
    private const int Limit = 1_500;

    // What is so little at full length tells nothing of how it grows.
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(100);

    /// <param name="textOf">A text of about so many characters.</param>
    /// <param name="characters">Of the longer text; the shorter one has a hundredth.</param>
    public static void Assert(Func<int, string> textOf, int characters, Action<string> work)
    {
        var (shorter, longer) = (textOf(characters / Times), textOf(characters));

        var (little, much) = (ProcessorTime.Of(() => work(shorter)), ProcessorTime.Of(() => work(longer)));

        // About a hundred times as much; were it quadratic, ten thousand times.
        Xunit.Assert.True(much < TimeSpan.FromTicks(Math.Max(little.Ticks * Limit, Least.Ticks)), $"{little} became {much}.");
    }
}
