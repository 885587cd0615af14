using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using CrmMigration.Cli.Commands;
using CrmMigration.Cli.Edge;
using CrmMigration.Cli.Telemetry;

namespace CrmMigration.Cli;

/// <summary>The program: its commands, and one call of it.</summary>
internal static class CrmMigrate
{
    /// <summary>Runs one command line and returns its exit code; no exception leaves it.</summary>
    public static async Task<int> Invoke(IReadOnlyList<string> arguments, Surroundings surroundings, CancellationToken stop)
    {
        using var telemetry = TelemetryExport.Start(surroundings.Settings);
        surroundings = telemetry is null ? surroundings : surroundings with { Log = telemetry.Log };
        var parsed = Commands(surroundings).Parse(arguments);
        var configuration = new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
            Output = surroundings.Output.Profile.Out.Writer,
            Error = surroundings.Error.Profile.Out.Writer,
        };
        if (parsed.Action is not ParseErrorAction mistake)
        {
            return await new CommandEdge(surroundings, stop).Guard(() => parsed.InvokeAsync(configuration, stop));
        }

        mistake.ShowHelp = arguments.Count == 0;
        await parsed.InvokeAsync(configuration, stop);
        surroundings.Say($"See: {Usage(parsed.CommandResult)} --help");
        return ExitCode.Mistake;
    }

    private static string Usage(CommandResult command) =>
        command.Parent is CommandResult parent ? $"{Usage(parent)} {command.Command.Name}" : "crm-migrate";

    private static RootCommand Commands(Surroundings surroundings) => new("Migrates customers between CRM databases on PostgreSQL, and accounts for every row.")
    {
        InitCommand.Create(surroundings),
        ProfileCommand.Create(surroundings),
        CheckCommand.Create(surroundings),
        RehearseCommand.Create(surroundings),
        RunCommand.Create(surroundings),
        ResumeCommand.Create(surroundings),
        StatusCommand.Create(surroundings),
        ReportCommand.Create(surroundings),
        RejectsCommand.Create(surroundings),
        FixCommand.Create(surroundings),
        ReplayCommand.Create(surroundings),
        SyncCommand.Create(surroundings),
        VerifyCommand.Create(surroundings),
        CutoverCommand.Create(surroundings),
        DropSlotsCommand.Create(surroundings),
        WithdrawCommand.Create(surroundings),
        ServeCommand.Create(surroundings),
        SampleCommand.Create(surroundings),
    };
}
