using CrmMigration.Cli;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Spectre.Console;
using Xunit;

namespace CrmMigration.Tests.Cli;

/// <summary>The program with its outputs in memory, and without any setting of the machine.</summary>
internal sealed class ProgramInMemory
{
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    public string Output => output.ToString();

    public string Error => error.ToString();

    /// <summary>Hears the engine; null for nobody.</summary>
    public ILogger<MigrationEngine>? Log { get; init; }

    public Task<int> Run(params string[] arguments) => Run([], arguments);

    public Task<int> Run(Dictionary<string, string?> settings, params string[] arguments)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var surroundings = new Surroundings(configuration, ConsoleOn(output), ConsoleOn(error), TimeProvider.System) { Log = Log };
        return CrmMigrate.Invoke(arguments, surroundings, TestContext.Current.CancellationToken);
    }

    public static IAnsiConsole ConsoleOn(TextWriter writer, int width = 80)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
        });
        console.Profile.Width = width;
        return console;
    }
}
