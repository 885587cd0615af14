using CrmMigration.Reconcile;
using CrmMigration.Reconcile.Report;
using Spectre.Console;

namespace CrmMigration.Cli.Terminal;

/// <summary>How often a rule applied, in plain words, with keys to look at. Nothing when none did.</summary>
internal static class RulesText
{
    public static void Write(IAnsiConsole console, string heading, RunReport report, Func<EntityReport, IReadOnlyList<RuleCount>> rulesOf)
    {
        var rules = report.Entities
            .SelectMany(entity => rulesOf(entity).OrderByDescending(rule => rule.Rows).Select(rule => (Entity: entity.Name, Rule: rule)))
            .ToList();
        if (rules.Count == 0)
        {
            return;
        }

        console.Heading(heading);
        var grid = TextGrid.Of(2, ">", "…");
        foreach (var (entity, rule) in rules)
        {
            grid.AddRow(new Text(Figures.Count(rule.Rows)), new Text($"{entity}: {rule.Reason}"));
            grid.AddRow(new Text(""), new Text(Origin(rule), TextGrid.Muted));
        }

        console.Write(grid);
    }

    private static string Origin(RuleCount rule)
    {
        var field = rule.Field is null ? "" : $", field {rule.Field}";
        var keys = rule.SampleKeys.Count == 0 ? "" : $", such as {string.Join(", ", rule.SampleKeys)}";
        var suggested = rule.Suggested == 0 ? "" : $"; {Figures.Count(rule.Suggested)} with a suggestion";
        return $"rule {rule.Rule}{field}{keys}{suggested}";
    }
}
