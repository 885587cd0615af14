using System.Text;
using CrmMigration.Plan.Reading;

namespace CrmMigration.Plan;

/// <summary>Reads a plan from JSON (comments and trailing commas are allowed) without looking at any database.</summary>
public static class PlanReader
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a plan and finds every mistake of the text at once.</summary>
    /// <exception cref="InvalidPlanException">With each mistake's JSON path, line and fix.</exception>
    public static MigrationPlan Read(string json)
    {
        var findings = new Findings();
        var plan = new PlanRootReader(findings).Read(PlanText.Parse(json));
        return findings.Mistakes.Count == 0 ? plan with { Json = json } : throw new InvalidPlanException(findings.Mistakes);
    }

    /// <summary>Reads a plan from a file.</summary>
    /// <exception cref="InvalidSettingException">The file is missing, cannot be read, or is not UTF-8 text.</exception>
    /// <exception cref="InvalidPlanException">With each mistake's JSON path, line and fix.</exception>
    public static MigrationPlan ReadFile(string path) => Read(TextOf(path));

    private static string TextOf(string path)
    {
        try
        {
            return File.ReadAllText(path, Utf8);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InvalidSettingException(
                $"There is no plan file '{path}' (looked for {Path.GetFullPath(path)}). Give the path of a plan, or draft one with 'crm-migrate init'.", missing);
        }
        catch (DecoderFallbackException binary)
        {
            throw new InvalidSettingException($"The plan file '{path}' is not UTF-8 text. Save it as UTF-8.", binary);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            var why = Directory.Exists(path) ? "it is a directory" : unreadable.Message;
            throw new InvalidSettingException($"The plan file '{path}' cannot be read: {why}. Give the path of a readable file.", unreadable);
        }
    }
}
