using CrmMigration.Map;
using Dapper;
using Npgsql;

namespace CrmMigration.Rehearse;

/// <summary>The names in the target of what allows a value only once; the table that stands for it has its own.</summary>
internal sealed class ConstraintNames(IReadOnlyDictionary<string, string> originals)
{
    public static async Task<ConstraintNames> Of(NpgsqlConnection target, EntityMapping mapping) => new(
        mapping.Table == mapping.Entity.Plan.TargetTable.Sql || mapping.IsPrivate
            ? new Dictionary<string, string>()
            : (await target.QueryAsync<(string Copy, string Original)>(
                SqlText.Of("Rehearse/ReadConstraintNames.sql"), new { table = mapping.Table, original = mapping.Entity.Plan.TargetTable.Sql })).ToDictionary());

    public string? Known(string? name) => name is not null && originals.TryGetValue(name, out var original) ? original : name;
}
