using System.Runtime;
using CrmMigration.Cli.Telemetry;

namespace CrmMigration.Cli.Edge;

/// <summary>
/// What a command had to compile on the way is noted beside the program, and compiled on another core when the command is called again.
/// A call that finds no note, a torn one or one of another build compiles as it goes; a folder that cannot be written gets none. Calls that
/// send telemetry have notes of their own, so that others load nothing for it.
/// </summary>
internal static class StartProfile
{
    public static void Follow(IReadOnlyList<string> arguments)
    {
        if (arguments is [{ Length: > 0 and < 20 } command, ..] && command.All(char.IsAsciiLetterLower))
        {
            ProfileOptimization.SetProfileRoot(AppContext.BaseDirectory);
            ProfileOptimization.StartProfile($"{command}{(TelemetryExport.IsWanted ? ".telemetry" : "")}.profile");
        }
    }
}
