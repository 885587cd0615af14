using CrmMigration.Match;
using CrmMigration.Source;
using Dapper;
using Npgsql;

namespace CrmMigration.Replay;

/// <summary>Reads from the books which rejected rows a step of a replay takes. They are the caller's until its transaction ends.</summary>
internal sealed class ReplayedRows(NpgsqlConnection target, long entityId, MatchedSources sources)
{
    /// <summary>Those of a batch that are still rejected and match nothing, by key; all of one partition.</summary>
    public async Task<List<ReplayedRow>> OfBatch(int batch)
    {
        var rows = await target.QueryAsync<(int Partition, string Key, string? Fix, bool Skips)>(SqlText.Of("Replay/ReadBatch.sql"), new { entityId, batch });
        return [.. rows.Select(row => Row(row.Partition, row.Key, row.Fix, row.Skips))];
    }

    /// <summary>Those of a chunk of merges that are still rejected.</summary>
    public async Task<List<ReplayedMerge>> OfMerges(int chunk, KeyKind targetKind)
    {
        var rows = await target.QueryAsync<(int Partition, string Key, string? Fix, bool Skips, int Cluster, string? Survivor, int? SurvivorPartition)>(
            SqlText.Of("Replay/ReadMerges.sql"), new { entityId, chunk });
        return [.. rows.Select(row => new ReplayedMerge(
            Row(row.Partition, row.Key, row.Fix, row.Skips),
            row.Cluster,
            row.Survivor is null ? null : new(targetKind.Parse(row.Survivor), row.SurvivorPartition!.Value)))];
    }

    private ReplayedRow Row(int partition, string key, string? fix, bool skips) =>
        new(new(sources.Of(partition), sources.KindOf(partition).Parse(key)), partition, fix, skips);
}
