using System.Text.Json.Nodes;
using CrmMigration.Plan;
using CrmMigration.Reconcile;
using Dapper;
using Npgsql;

namespace CrmMigration.Rejects;

/// <summary>Enters what people say of rejected rows in the books; nothing else happens until the rows are replayed.</summary>
internal sealed class FixEntry(NpgsqlConnection target, string runId, RejectFilter filter)
{
    private const int RowsAtOnce = 1_000;

    /// <summary>Returns how many rows it was entered for.</summary>
    /// <param name="plan">The run's.</param>
    /// <param name="seal">Null: suggestions are not encrypted, or the key is not at hand.</param>
    /// <exception cref="InvalidSettingException">A name in it means nothing to the plan, or the suggestions cannot be read.</exception>
    public async Task<long> Enter(RejectFix fix, MigrationPlan plan, PayloadSeal? seal) => fix switch
    {
        RejectFix.Set set => await Set(set, plan),
        RejectFix.Skip => await Resolve("skip", forgetsFix: false),
        RejectFix.Reset => await Resolve("open", forgetsFix: true),
        _ when plan.Rejects.Key is null => await target.ExecuteAsync(SqlText.Of("Rejects/AcceptSuggestions.sql"), Where),
        _ => await AcceptOpened(seal ?? throw new InvalidSettingException($"The suggestions are encrypted with the key '{plan.Rejects.Key}', which is not set here. Set it, or give the values yourself.")),
    };

    private object Where => new { runId, filter.Entity, filter.Rule, filter.Key };

    private async Task<long> Set(RejectFix.Set set, MigrationPlan plan)
    {
        var groups = await RejectReader.ReadGroups(target, runId, filter);
        foreach (var entity in groups.Select(group => group.Entity).Distinct())
        {
            Check(set, plan.Entities.Single(one => one.Name == entity));
        }

        var fix = new JsonObject(set.Values.Select(value => KeyValuePair.Create(value.Key, (JsonNode?)value.Value)));
        return await target.ExecuteAsync(SqlText.Of("Rejects/FixRejects.sql"), new { runId, filter.Entity, filter.Rule, filter.Key, fix = fix.ToJsonString() });
    }

    // Of several sources one that knows the name is enough: the rows of the others are refused when they are replayed.
    private static void Check(RejectFix.Set set, EntityPlan entity)
    {
        foreach (var (name, value) in set.Values)
        {
            var problems = entity.From.Select(source => FixNames.Of(entity.Name, source)?.Find(name).Problem).ToList();
            if (problems.TrueForAll(problem => problem is not null))
            {
                throw new InvalidSettingException($"A value was given for '{name}'. {problems[0]}");
            }

            if (value?.Contains('\0', StringComparison.Ordinal) == true)
            {
                throw new InvalidSettingException($"The value for '{name}' holds a zero byte, which no PostgreSQL text can hold.");
            }
        }
    }

    private async Task<long> Resolve(string resolution, bool forgetsFix) =>
        await target.ExecuteAsync(SqlText.Of("Rejects/ResolveRejects.sql"), new { runId, filter.Entity, filter.Rule, filter.Key, resolution, forgetsFix });

    private async Task<long> AcceptOpened(PayloadSeal seal)
    {
        long accepted = 0;
        await using var transaction = await target.BeginTransactionAsync();
        var lines = await target.QueryAsync<RejectLine>(SqlText.Of("Runs/ReadRejects.sql"), new { runId, filter.Entity, filter.Rule, filter.Key, withValues = true });
        foreach (var chunk in lines.Where(line => line.Field is not null && line.Kept(seal)?.Suggestion is not null).Chunk(RowsAtOnce))
        {
            accepted += await target.ExecuteAsync(
                SqlText.Of("Rejects/AcceptOpened.sql"),
                new
                {
                    entityIds = chunk.Select(line => line.EntityId).ToArray(),
                    partitions = chunk.Select(line => line.Partition).ToArray(),
                    keys = chunk.Select(line => line.SourceKey).ToArray(),
                    suggestions = chunk.Select(line => line.Kept(seal)!.Value.Suggestion).ToArray(),
                });
        }

        await transaction.CommitAsync();
        return accepted;
    }
}
