using Dapper;
using Npgsql;

namespace CrmMigration.Rehearse;

/// <summary>Reads from the books what a rehearsal tells of an entity.</summary>
internal static class ForecastReader
{
    /// <summary>Null for an entity that was not rehearsed, or whose turn has not come.</summary>
    public static async Task<EntityForecast?> Read(NpgsqlConnection target, long entityId)
    {
        var line = await target.QuerySingleOrDefaultAsync<Line>(SqlText.Of("Rehearse/ReadForecast.sql"), new { entityId });
        return line is null ? null : new()
        {
            NotRehearsed = line.NotRehearsed,
            Samples = [.. (await target.QueryAsync<SampleLine>(SqlText.Of("Rehearse/ReadSamples.sql"), new { entityId })).Select(sample => sample.ToSample())],
        };
    }

    private sealed record Line
    {
        public string[] NotRehearsed { get; init; } = [];
    }

    private sealed record SampleLine(string Kind, string Rule, string Field, string SourceKey, string? Before, string? After)
    {
        public RehearsedSample ToSample() => new(Enum.Parse<SampleKind>(Kind, ignoreCase: true), Rule, Field, SourceKey, Before, After);
    }
}
