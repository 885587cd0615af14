using CrmMigration.Reconcile;
using CrmMigration.Reconcile.Report;
using CrmMigration.Rehearse.Forecast;
using Spectre.Console;

namespace CrmMigration.Cli.Terminal;

/// <summary>What a run would take and, from a sample, what it would do. Nothing for a run.</summary>
internal static class ForecastText
{
    public static void Write(IAnsiConsole console, RunReport report)
    {
        if (report.Forecast is not { } forecast)
        {
            return;
        }

        console.Heading("What a run would do");
        console.Point("•", ForecastWords.Takes(forecast));
        console.Point("•", ForecastWords.Basis(report));
        var sampled = report.Entities.Where(entity => entity.Forecast is { IsSample: true }).ToList();
        if (sampled.Count > 0)
        {
            var grid = TextGrid.Of(2, "entity", "what…", ">about", "from … to");
            sampled.ForEach(entity => AddLines(grid, entity.Name, entity.Forecast!));
            console.Write(grid);
        }
    }

    private static void AddLines(Grid grid, string entity, EntityForecast forecast)
    {
        grid.Add(entity, "read", Figures.Count(forecast.SourceRows), "");
        foreach (var fate in forecast.Fates)
        {
            Add(grid, fate.Fate, fate.Rows);
        }

        foreach (var rule in forecast.Rejects)
        {
            Add(grid, $"rejected: {Named(rule)}", rule.Rows);
        }

        foreach (var rule in forecast.Skips)
        {
            Add(grid, $"skipped: {Named(rule)}", rule.Rows);
        }

        foreach (var rule in forecast.Corrections)
        {
            Add(grid, $"corrected: {Named(rule)}", rule.Rows);
        }
    }

    private static void Add(Grid grid, string what, Estimate rows) => grid.Add("", what, Figures.Count(rows.Likely), ForecastWords.Range(rows));

    private static string Named(RuleForecast rule) => rule.Field is null ? rule.Rule : $"{rule.Rule}, field {rule.Field}";
}
