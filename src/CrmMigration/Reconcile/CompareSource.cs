using CrmMigration.Plan;
using CrmMigration.Runs;
using Dapper;
using Npgsql;

namespace CrmMigration.Reconcile;

/// <summary>
/// Counts the source once more. Where a partition's count is not what was read, its keys are compared one by one: a row that is in no
/// book must be younger than the run, else it was missed.
/// </summary>
internal sealed class CompareSource(RunContext context, NpgsqlConnection target, EntityRow row, CheckedSource read)
{
    /// <summary>The rows there are now; takes a connection of its own, so that other work can go on.</summary>
    public async Task<long> Count(CancellationToken cancellation)
    {
        await using var source = await context.SourceOf(read).OpenConnectionAsync(cancellation);
        return await source.ExecuteScalarAsync<long>($"select count(*) from {read.Plan.Table.Sql}");
    }

    /// <summary>Enters in the books what has changed since the rows were read.</summary>
    /// <param name="count">The rows there are now.</param>
    public async Task<SourceDrift> Run(long count, CancellationToken cancellation)
    {
        var partitions = (await target.QueryAsync<PartitionRow>(SqlText.Of("Runs/FindPartitions.sql"), new { entityId = row.EntityId, source = read.Name })).ToList();
        if (context.SamplePercent is null && count == partitions.Sum(partition => partition.ReadRows))
        {
            return SourceDrift.None;
        }

        await using var source = await context.SourceOf(read).OpenConnectionAsync(cancellation);
        var drift = SourceDrift.None;
        foreach (var partition in partitions.Where(partition => partition.Sampled))
        {
            var one = await Compare(source, partition);
            drift += one;
        }

        await target.ExecuteAsync(SqlText.Of("Reconcile/RecordDrift.sql"), new { entityId = row.EntityId, source = read.Name, drift.Came, drift.Went });
        return drift;
    }

    private async Task<SourceDrift> Compare(NpgsqlConnection source, PartitionRow partition)
    {
        var key = SqlName.Quote(read.Key.Name);
        var range = $"from {read.Plan.Table.Sql} where {partition.Range.Condition(key)}";
        if (await source.ExecuteScalarAsync<long>($"select count(*) {range}") == partition.ReadRows)
        {
            return SourceDrift.None;
        }

        var place = new { entityId = row.EntityId, partition = partition.Number };
        var horizon = await target.ExecuteScalarAsync<long>(SqlText.Of("Reconcile/ReadHorizon.sql"), new { entityId = row.EntityId, source = read.Name });
        var booked = (await target.QueryAsync<string>(SqlText.Of("Reconcile/ReadBookedKeys.sql"), place)).ToHashSet();
        long came = 0;
        var missed = new List<string>();
        foreach (var (name, transaction) in await source.QueryAsync<(string, long)>($"select {key}::text, xmin::text::bigint {range}"))
        {
            if (booked.Remove(name))
            {
                continue;
            }

            // xmin has 32 bits and the horizon 64: the signed difference of the low halves tells which is later.
            if (unchecked((int)((uint)transaction - (uint)horizon)) >= 0)
            {
                came++;
            }
            else
            {
                missed.Add(name);
            }
        }

        return new(came, booked.Count, missed);
    }
}
