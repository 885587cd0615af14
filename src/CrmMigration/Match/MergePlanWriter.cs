using CrmMigration.Map;
using CrmMigration.Plan;
using CrmMigration.Runs;
using CrmMigration.Source;
using Npgsql;

namespace CrmMigration.Match;

/// <summary>
/// Writes the merges of an entity, partition by partition, in the transaction of the connection. A row that stays gets its key in the target
/// now, where the target gives it, because those that give way are booked under it before it arrives.
/// </summary>
internal sealed class MergePlanWriter(RunContext context, NpgsqlConnection target, EntityRow row)
{
    private readonly CheckedEntity entity = context.Entity(row.Entity);
    private IReadOnlyList<KeyPlacement> placements = [];

    public async Task Write(Clusters clusters, CancellationToken cancellation)
    {
        placements = await context.Assigning.PlacementsOfAll(entity, row.WorkTable);
        await Write("member", clusters.ByMember(), merge => merge.Member.Partition, cancellation);
        await Write("survivor", clusters.BySurvivor(), merge => merge.Survivor.Partition, cancellation);
        context.Assigning.Enter(target, entity, placements);
    }

    // The merges come partition by partition, and in each source by source of those that give way.
    private async Task Write(string role, IEnumerable<Merge> merges, Func<Merge, int> partitionOf, CancellationToken cancellation)
    {
        MergeLists? lists = null;
        foreach (var merge in merges)
        {
            var place = (partitionOf(merge), merge.Member.Source);
            if (lists is null || lists.Place != place)
            {
                await Write(role, lists, cancellation);
                lists = Lists(place, role);
            }

            lists.Add(merge, placements);
        }

        await Write(role, lists, cancellation);
    }

    private MergeLists Lists((int Partition, short Source) place, string role)
    {
        var target = KeyKinds.Of(entity.TargetKey.BaseType)!.Value;
        return new(
            place,
            new(KindOf(place.Source)),
            entity.KeepsKeys || !row.LoadsFirst ? null : new(target),
            role == "survivor" ? new(KindOf(row.SourceOf(place.Partition))) : entity.KeepsKeys ? new(target) : null,
            entity.KeepsKeys ? null : new(target));
    }

    private KeyKind KindOf(int source) => KeyKinds.Of(entity.Sources[source].Key.BaseType)!.Value;

    private async Task Write(string role, MergeLists? lists, CancellationToken cancellation)
    {
        if (lists is null)
        {
            return;
        }

        await using var command = new NpgsqlCommand(SqlText.Of("Match/WriteMergePlan.sql"), target)
        {
            Parameters = { new("entityId", row.EntityId), new("partition", lists.Place.Partition), new("role", role), new("source", lists.Place.Source) },
        };
        command.Parameters.AddKeys("memberNumbers", "memberTexts", lists.Members);
        command.Parameters.AddKeys("memberTargetNumbers", "memberTargetTexts", lists.MemberTargets);
        command.Parameters.AddKeys("survivorNumbers", "survivorTexts", lists.Survivors);
        command.Parameters.AddKeys("survivorTargetNumbers", "survivorTargetTexts", lists.SurvivorTargets);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
