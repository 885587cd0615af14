using CrmMigration.Runs;
using Spectre.Console;

namespace CrmMigration.Cli.Progress;

/// <summary>Shows a run while it works: bars on a terminal, lines elsewhere.</summary>
internal static class ProgressDisplay
{
    /// <summary>Returns what the work returns, after the last look was shown; the work's exception goes through.</summary>
    public static async Task<T> Follow<T>(IAnsiConsole console, TimeProvider clock, RunProgress progress, Func<Task<T>> work)
    {
        var watch = new ProgressWatch(progress, clock);
        var running = Task.Run(work);
        if (console.Profile.Out.IsTerminal && console.Profile.Capabilities.Ansi)
        {
            await new LiveBars(console, watch).Follow(running, clock);
        }
        else
        {
            await new PlainLines(console.Profile.Out.Writer, watch).Follow(running, clock);
        }

        return await running;
    }

    /// <summary>Waits for the next look or the end of the work, whichever comes first; never throws the work's exception.</summary>
    public static Task Next(Task running, TimeSpan pause, TimeProvider clock) => Task.WhenAny(running, Task.Delay(pause, clock));
}
