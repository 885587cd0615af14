using System.Diagnostics;
using System.Text.Json;
using CrmMigration.Tests.Plan;

namespace CrmMigration.Tests.Clean.Phones;

/// <summary>Debian's python3-phonenumbers, a port of libphonenumber of its own, with the metadata of the time that it was packaged.</summary>
/// <param name="Plans">By region, all that decides how its numbers are read: the rules of reading first, then each kind of numbers.</param>
/// <param name="Readings">Of each text.</param>
internal sealed record DebianOracle(IReadOnlyDictionary<string, string[]> Plans, IReadOnlyList<DebianReading> Readings)
{
    /// <summary>How many parts of a plan are rules of reading, with the form of all numbers.</summary>
    public const int Rules = 5;

    // The Python that Debian's packages are for, whichever else there is.
    private const string Python = "/usr/bin/python3";

    public static async Task<DebianOracle> Ask(IReadOnlyList<(string Text, string Region)> texts, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(Python, [Repository.File("tests/CrmMigration.Tests/Clean/Phones/debian-oracle.py")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{Python} did not start.");
        var faults = process.StandardError.ReadToEndAsync(cancellation);
        var answers = process.StandardOutput.ReadToEndAsync(cancellation);
        try
        {
            foreach (var (text, region) in texts)
            {
                await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize<string[]>([text, region]).AsMemory(), cancellation);
            }

            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it read all; why, it tells.
        }

        await process.WaitForExitAsync(cancellation);
        return process.ExitCode == 0
            ? Read(await answers)
            : throw new InvalidOperationException(
                $"{Python} ended with {process.ExitCode}. Is python3-phonenumbers missing? Install it (Debian: apt-get install python3-phonenumbers), or run scripts/test.sh, which leaves this out without it. {await faults}");
    }

    private static DebianOracle Read(string answers)
    {
        var lines = answers.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return new(JsonSerializer.Deserialize<Dictionary<string, string[]>>(lines[0])!, [.. lines[1..].Select(ReadOne)]);
    }

    private static DebianReading ReadOne(string line)
    {
        using var answer = JsonDocument.Parse(line);
        return new(answer.RootElement[0].GetString()!, LibphonenumberAgrees.InAsciiDigits(answer.RootElement[1].GetString()!), answer.RootElement[2].GetInt32());
    }
}
