using Dapper;
using Npgsql;

namespace CrmMigration.Verify;

/// <summary>Reads what a verification found from its books.</summary>
internal static class VerificationReader
{
    /// <summary>Null where the entity has not been verified.</summary>
    public static async Task<EntityVerification?> Read(NpgsqlConnection target, long entityId)
    {
        if (await target.QuerySingleOrDefaultAsync<Counts>(SqlText.Of("Verify/ReadVerification.sql"), new { entityId }) is not { } counts)
        {
            return null;
        }

        List<VerifiedSource> sources = [.. await target.QueryAsync<VerifiedSource>(SqlText.Of("Verify/ReadVerifiedSources.sql"), new { entityId })];
        var groups = await target.QueryAsync<Group>(SqlText.Of("Verify/GroupDifferences.sql"), new { entityId, named = sources.Count > 1 });
        return new()
        {
            Deep = counts.Deep,
            Sources = sources,
            TargetRows = counts.TargetRows,
            OwnRows = counts.OwnRows,
            Unknown = counts.Unknown,
            Differences = [.. groups.Select(group => new DifferenceGroup(group.Kind, group.Why, group.Rows, group.Repaired, group.SampleKeys ?? [], group.Columns))],
            Ranges = [.. await target.QueryAsync<VerifiedRange>(SqlText.Of("Verify/ReadDifferingRanges.sql"), new { entityId })],
        };
    }

    private sealed record Counts(long TargetRows, long OwnRows, long Unknown, bool Deep);

    private sealed record Group
    {
        public string Kind { get; init; } = "";

        public string Why { get; init; } = "";

        public long Rows { get; init; }

        public long Repaired { get; init; }

        public string[]? SampleKeys { get; init; }

        public string[] Columns { get; init; } = [];
    }
}
