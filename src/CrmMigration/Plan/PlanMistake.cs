namespace CrmMigration.Plan;

/// <summary>One thing wrong with a plan, told so that its writer can fix it.</summary>
/// <param name="Path">JSON path, such as <c>$.entities.customers.fields[1].to</c>.</param>
/// <param name="Line">1-based line in the plan's text, or null when it is not known.</param>
/// <param name="Found">What stands there, or what the database holds.</param>
/// <param name="Expected">What was expected instead.</param>
/// <param name="Fix">What to do.</param>
public sealed record PlanMistake(string Path, int? Line, string Found, string Expected, string Fix)
{
    public override string ToString() => $"{Path}{(Line is { } line ? $" (line {line})" : "")}: {Found}; expected {Expected}. {Fix}";
}
