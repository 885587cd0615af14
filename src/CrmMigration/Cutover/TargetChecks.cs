using CrmMigration.Plan;
using CrmMigration.Runs;
using Dapper;
using Npgsql;

namespace CrmMigration.Cutover;

/// <summary>Whether the target's tables are fit for work: their sequences are beyond their rows, and nothing of them is out of force.</summary>
internal sealed class TargetChecks(RunContext context, NpgsqlConnection target)
{
    public async Task<IReadOnlyList<CutoverCheck>> Run()
    {
        var (low, flaws, off) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var entity in context.Plan.Entities)
        {
            low.AddRange(await LowSequences(entity));
            var found = (await target.QueryAsync<(string Kind, string Name)>(SqlText.Of("Cutover/ReadTableFlaws.sql"), new { table = entity.Plan.TargetTable.Sql })).ToLookup(one => one.Kind == "trigger");
            flaws.AddRange(found[false].Select(one => $"{one.Kind} {one.Name} of {entity.Plan.TargetTable}"));
            off.AddRange(found[true].Select(one => $"{one.Name} of {entity.Plan.TargetTable}"));
        }

        return
        [
            low.Count == 0
                ? CutoverCheck.Ok("sequences", "Every sequence behind the target's columns is beyond their highest value: an insert without a key works.")
                : CutoverCheck.No("sequences", "A sequence would give out keys that rows have already.", $"Raise it: {string.Join("; ", low)}"),
            flaws.Count == 0
                ? CutoverCheck.Ok("constraints", "Every constraint of the target's tables holds for all rows, and every index is valid.")
                : CutoverCheck.No("constraints", $"Not valid: {string.Join(", ", flaws)}.", "Validate the constraint (alter table … validate constraint …) or build the index anew (reindex), then cut over again."),
            .. off.Count == 0 ? [] : (CutoverCheck[])[CutoverCheck.Note("triggers", $"Switched off, though not by this program: {string.Join(", ", off)}.")],
        ];
    }

    private async Task<List<string>> LowSequences(CheckedEntity entity)
    {
        var (low, table) = (new List<string>(), entity.Plan.TargetTable.Sql);
        foreach (var column in entity.Columns.Prepend(entity.TargetKey).Where(column => column.BaseType is "int2" or "int4" or "int8"))
        {
            foreach (var sequence in await target.QueryAsync<string>(SqlText.Of("Load/FindSequences.sql"), new { table, column = column.Name }))
            {
                var highest = await target.ExecuteScalarAsync<long?>($"""
                    select highest from (select max({SqlName.Quote(column.Name)})::bigint as highest from {table}) as written, {sequence} as drawn
                    where highest > last_value or (highest = last_value and not is_called)
                    """);
                if (highest is { } value)
                {
                    low.Add($"select setval({SqlName.Literal(sequence)}, {value})");
                }
            }
        }

        return low;
    }
}
