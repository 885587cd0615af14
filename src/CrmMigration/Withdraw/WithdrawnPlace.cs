using CrmMigration.Runs;
using Dapper;
using Npgsql;

namespace CrmMigration.Withdraw;

/// <summary>A partition of a run that is withdrawn.</summary>
internal sealed record WithdrawnPlace
{
    public long EntityId { get; init; }

    public int Partition { get; init; }

    /// <summary>What the run created was withdrawn before, but for what was kept.</summary>
    public bool Withdrawn { get; init; }

    /// <summary>The link sets that tell what was written last.</summary>
    public int[] Sets { get; init; } = [];

    /// <summary>Locks the partition's books; null where the run has published nothing of it.</summary>
    public static Task<WithdrawnPlace?> Find(NpgsqlConnection target, PartitionRef partition) => target.QuerySingleOrDefaultAsync<WithdrawnPlace?>(
        SqlText.Of("Withdraw/FindPartition.sql"), new { partition.Entity.Run.RunId, partition.Entity.Entity, partition.Number });
}
