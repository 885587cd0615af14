using CrmMigration.Plan;
using CrmMigration.Reconcile.Report.Page;

namespace CrmMigration.Profile.Page;

/// <summary>What is wrong with the plan, each with its place and the fix.</summary>
internal static class MistakeList
{
    public static Html Draw(string heading, IReadOnlyList<PlanMistake> mistakes) => Html.If(mistakes.Count > 0, $"""
        <section><h2>{heading}</h2>
        <ul class="mistakes">{Html.Each(mistakes, Line)}</ul></section>

        """);

    private static Html Line(PlanMistake mistake) => Html.Of($"""
        <li><code>{mistake.Path}</code>{(mistake.Line is { } line ? $" (line {line})" : "")}: {mistake.Found}; expected {mistake.Expected}. {mistake.Fix}</li>

        """);
}
