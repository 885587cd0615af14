using System.Diagnostics;
using System.Text;
using CrmMigration.Tests.Postgres;

namespace CrmMigration.Tests.Cli;

/// <summary>A program as a process of its own, with the connections of test databases. Disposing it kills it if it still works.</summary>
internal sealed class ProgramProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder error = new();

    private ProgramProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(error, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output => Text(output);

    public string Error => Text(error);

    public bool HasExited => process.HasExited;

    /// <summary>The real crm-migrate, from the folder of the tests.</summary>
    public static ProgramProcess Start(Crms crms, params string[] arguments) => Start(crms, "crm-migrate.dll", arguments);

    /// <summary>The same with more settings in its environment.</summary>
    public static ProgramProcess Start(Crms crms, IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        var start = StartInfo(crms, "crm-migrate.dll", arguments);
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return new(new() { StartInfo = start });
    }

    /// <summary>Another program from the folder of the tests.</summary>
    public static ProgramProcess Start(Crms crms, string program, IReadOnlyList<string> arguments) => new(new() { StartInfo = StartInfo(crms, program, arguments) });

    private static ProcessStartInfo StartInfo(Crms crms, string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", .. OfTheTests(), Path.Combine(AppContext.BaseDirectory, program), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in crms.Settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return start;
    }

    // The folder of the tests holds no assembly that the tests' own frameworks bring; a program in it finds them as the tests do.
    private static string[] OfTheTests()
    {
        var tests = Path.Combine(AppContext.BaseDirectory, typeof(ProgramProcess).Assembly.GetName().Name!);
        return ["--runtimeconfig", $"{tests}.runtimeconfig.json", "--depsfile", $"{tests}.deps.json"];
    }

    /// <summary>Paths of the files that are mapped into its memory, assemblies among them.</summary>
    public IReadOnlyList<string> LoadedFiles() => [.. File.ReadLines($"/proc/{process.Id}/maps").Where(line => line.Contains('/', StringComparison.Ordinal)).Select(line => line[line.IndexOf('/', StringComparison.Ordinal)..])];

    /// <summary>Waits for its end and returns the exit code.</summary>
    public async Task<int> Exit()
    {
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    /// <summary>SIGKILL: it gets no chance to do anything.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>SIGTERM: it is asked to stop.</summary>
    public async Task Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await kill.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await Kill();
        }

        process.Dispose();
    }

    private static void Append(StringBuilder text, string? line)
    {
        lock (text)
        {
            text.AppendLine(line);
        }
    }

    private static string Text(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }
}
