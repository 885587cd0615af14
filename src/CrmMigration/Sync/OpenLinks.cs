using CrmMigration.Map;
using CrmMigration.Runs;
using Dapper;
using Npgsql;

namespace CrmMigration.Sync;

/// <summary>Makes sure that the plan still writes what the links were made of, and tells how many partitions of the full run's books are still to be made into links of an entity.</summary>
internal sealed class OpenLinks(RunContext context)
{
    public async Task<StepCounts> Run(EntityRef entity, CancellationToken cancellation)
    {
        await using var target = await context.Target.OpenConnectionAsync(cancellation);
        await CompareColumns(target, entity);
        var partitions = await target.ExecuteScalarAsync<int>(SqlText.Of("Sync/CountToAdopt.sql"), new { entity.Run.RunId, entity.Entity });
        if (partitions > 0)
        {
            context.Progress.Phase(entity.Entity, "adopt").Partitions = partitions;
        }

        return new(partitions);
    }

    // The hashes of what was written are made of the columns in their order: with others every row would look edited.
    private async Task CompareColumns(NpgsqlConnection target, EntityRef entity)
    {
        string[] columns = [.. EntityMapping.OfTarget(context.Entity(entity.Entity), work: null).TargetColumns.Select(column => $"{column.Name} {column.Type}")];
        var known = await target.QueryFirstOrDefaultAsync<string[]?>(SqlText.Of("Sync/RecordColumns.sql"), new { entity.Run.RunId, entity.Entity, columns });
        if (known is not null && !known.SequenceEqual(columns))
        {
            throw new InvalidSettingException(
                $"The plan writes other columns of entities.{entity.Entity}, or in another order, than when the sync began: it wrote {string.Join(", ", known)}; now {string.Join(", ", columns)}. "
                    + "Start a new full run with this plan, then sync.");
        }
    }
}
