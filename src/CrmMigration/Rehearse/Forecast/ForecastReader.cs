using CrmMigration.Reconcile;
using Dapper;
using Npgsql;

namespace CrmMigration.Rehearse.Forecast;

/// <summary>Reads from the books what a rehearsal foresees of an entity.</summary>
internal static class ForecastReader
{
    /// <summary>Null for an entity that was not rehearsed, or whose turn has not come.</summary>
    /// <param name="report">What the rehearsal did.</param>
    public static async Task<EntityForecast?> Read(NpgsqlConnection target, long entityId, EntityReport report)
    {
        var facts = await target.QuerySingleOrDefaultAsync<EntityFacts>(SqlText.Of("Rehearse/Forecast/ReadForecast.sql"), new { entityId });
        if (facts is null)
        {
            return null;
        }

        var steps = await target.QueryAsync<RehearsedStep>(SqlText.Of("Rehearse/Forecast/ReadSteps.sql"), new { entityId });
        var ranges = facts.IsSample ? await target.QueryAsync<RangeCount>(SqlText.Of("Rehearse/Forecast/ReadRanges.sql"), new { entityId }) : [];
        var counts = facts.IsSample ? new SampledCounts(facts, [.. ranges], report).Forecast() : Exactly(report, facts);
        return counts with
        {
            Bytes = facts.TableBytes is { } bytes ? SizeForecast.Of(facts, bytes, report.Counts, counts) : null,
            Milliseconds = new DurationForecast(facts, steps).Milliseconds(),
            NotRehearsed = facts.NotRehearsed,
        };
    }

    private static EntityForecast Exactly(EntityReport report, EntityFacts facts) => new()
    {
        SourceRows = facts.SourceRows,
        LoadedRows = facts.LoadedRows,
        Fates = [.. Reconcile.Report.Fate.AllOf(report.Counts).Where(fate => fate.Rows > 0).Select(fate => new FateForecast(fate.Name, Estimate.Exactly(fate.Rows)))],
        Rejects = [.. report.Rejects.Select(Exactly)],
        Skips = [.. report.Skips.Select(Exactly)],
        Corrections = [.. report.Corrections.Select(Exactly)],
    };

    private static RuleForecast Exactly(RuleCount rule) => new(rule.Rule, rule.Field, rule.Reason, Estimate.Exactly(rule.Rows));
}
