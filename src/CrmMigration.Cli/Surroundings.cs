using System.Text;
using CrmMigration.Reconcile;
using CrmMigration.Source;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Spectre.Console;

namespace CrmMigration.Cli;

/// <summary>What a command may touch besides its arguments: settings, the two output streams and the clock.</summary>
internal sealed record Surroundings(IConfiguration Settings, IAnsiConsole Output, IAnsiConsole Error, TimeProvider Clock)
{
    private const int WidthWithoutTerminal = 100;

    /// <summary>Where the engine tells how runs go; null: nowhere.</summary>
    public ILogger<MigrationEngine>? Log { get; init; }

    /// <summary>Where reports are kept; null: only in the database.</summary>
    public IReportShelf? Reports { get; init; }

    public MigrationEngine Engine => new(new SettingConnections(Settings.GetConnectionString, name => Settings[$"CrmMigration:Keys:{name}"]), Log) { Reports = Reports };

    /// <summary>Every connection that has a setting, in alphabetical order.</summary>
    public IReadOnlyList<string> ConnectionNames =>
        [.. Settings.GetSection("ConnectionStrings").GetChildren().Select(setting => setting.Key).Order(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The environment wins over user secrets.</summary>
    public static Surroundings OfThisProcess()
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var settings = new ConfigurationBuilder()
            .AddUserSecrets(typeof(Surroundings).Assembly, optional: true)
            .AddEnvironmentVariables()
            .Build();
        return new(settings, ConsoleOn(Console.Out), ConsoleOn(Console.Error), TimeProvider.System);
    }

    /// <summary>Writes as it is: no wrapping, no markup. For JSON and CSV.</summary>
    public void WriteRaw(string text) => Output.Profile.Out.Writer.WriteLine(text);

    /// <summary>Tells the user something that is not the command's result; goes to stderr, unwrapped.</summary>
    public void Say(string message) => Error.Profile.Out.Writer.WriteLine(message);

    private static IAnsiConsole ConsoleOn(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        if (!console.Profile.Out.IsTerminal)
        {
            console.Profile.Width = int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out var columns) && columns > 20
                ? columns
                : WidthWithoutTerminal;
        }

        return console;
    }
}
