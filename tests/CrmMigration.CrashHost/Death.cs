namespace CrmMigration.CrashHost;

/// <summary>When the process kills itself: at a step, counted from 1, before it begins, when it is committed and nobody knows yet, or so long after it began.</summary>
internal sealed record Death(int Step, bool After, TimeSpan? Within = null)
{
    /// <param name="when"><c>before</c>, <c>after</c>, or a number of milliseconds, such as <c>20ms</c>.</param>
    public static Death Parse(string step, string when) => when.EndsWith("ms", StringComparison.Ordinal)
        ? new(int.Parse(step), false, TimeSpan.FromMilliseconds(int.Parse(when[..^2])))
        : new(int.Parse(step), when == "after");
}
