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

    /// <summary>Reads a text that may have several targets: a plan for each of them, in the order of the text.</summary>
    /// <exception cref="InvalidPlanException">With each mistake of any of them, once.</exception>
    public static IReadOnlyList<MigrationPlan> ReadAll(string json)
    {
        var findings = new Findings();
        var texts = new TargetTexts(json, findings);
        if (texts.Names.Count < 2)
        {
            return [Read(json)];
        }

        texts.Check();
        var plans = new List<MigrationPlan>();
        foreach (var text in texts.Names.Select(texts.Of))
        {
            plans.Add(new PlanRootReader(findings).Read(PlanText.Parse(text)) with { Json = text });
        }

        foreach (var shared in plans.GroupBy(plan => plan.TargetConnection).Where(group => group.Key.Length > 0 && group.Count() > 1))
        {
            var second = shared.ElementAt(1);
            findings.Add(new(second.TargetPath, null, $"the targets {string.Join(" and ", shared.Select(plan => plan.Target))} have one connection", "a database for each target, as each keeps its own books", "Write two entities for two tables of one database."));
        }

        return findings.Mistakes.Count == 0 ? plans : throw new InvalidPlanException([.. findings.Mistakes.Distinct()]);
    }

    /// <summary>The names of a text's targets, if it has several; none for a text that cannot be read.</summary>
    public static IReadOnlyList<string> TargetsOf(string json)
    {
        try
        {
            return new TargetTexts(json, new()).Names is { Count: > 1 } names ? names : [];
        }
        catch (InvalidPlanException)
        {
            return [];
        }
    }

    /// <summary>Reads a plan of one target from a file.</summary>
    /// <exception cref="InvalidSettingException">The file is missing, cannot be read, or is not UTF-8 text.</exception>
    /// <exception cref="InvalidPlanException">With each mistake's JSON path, line and fix.</exception>
    public static MigrationPlan ReadFile(string path) => Read(TextOf(path));

    /// <summary>Reads the text of a plan's file.</summary>
    /// <exception cref="InvalidSettingException">The file is missing, cannot be read, or is not UTF-8 text.</exception>
    public static string TextOf(string path)
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
