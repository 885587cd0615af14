using CrmMigration.Reconcile;
using Dapper;
using Npgsql;

namespace CrmMigration.Rehearse.Forecast;

/// <summary>Sums up what a rehearsal foresees of its entities, and adds what lies between their steps.</summary>
internal static class RunForecastReader
{
    // Of a rehearsal that was stopped and carried on, the time between is no part of a run.
    private const double MostBetween = 0.05;
    private const double LeastBetween = 0.5;

    /// <summary>Null for a run, and for a rehearsal that has not come to its end.</summary>
    public static async Task<RunForecast?> Read(NpgsqlConnection target, string runId, IReadOnlyList<EntityReport> entities)
    {
        var line = await target.QuerySingleOrDefaultAsync<Line>(SqlText.Of("Rehearse/Forecast/ReadRunForecast.sql"), new { runId });
        if (line is null)
        {
            return null;
        }

        var busy = DurationForecast.Union(await target.QueryAsync<RehearsedStep>(SqlText.Of("Rehearse/Forecast/ReadStepsOfRun.sql"), new { runId }));
        var between = Math.Clamp(line.Seconds - busy, 0, LeastBetween + (MostBetween * busy));
        var forecasts = entities.Select(entity => entity.Forecast).OfType<EntityForecast>().ToList();
        var time = forecasts.Aggregate(Estimate.Within(between * 1000, 0.5), (sum, forecast) => sum + forecast.Milliseconds);
        var bytes = forecasts.Aggregate(Estimate.Exactly(0), (sum, forecast) => sum + (forecast.Bytes ?? Estimate.Exactly(0)));
        return new(line.SamplePercent, time, bytes);
    }

    private sealed record Line(double SamplePercent, double Seconds);
}
