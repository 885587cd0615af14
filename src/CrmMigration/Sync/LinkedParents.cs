using CrmMigration.Map;
using CrmMigration.Plan;
using CrmMigration.Source;
using Npgsql;

namespace CrmMigration.Sync;

/// <summary>Where the parents of some rows are in the target, from the links: only those that the rows refer to.</summary>
internal sealed class LinkedParents(NpgsqlConnection target, string plan)
{
    /// <param name="rows">Which rows, as a condition on their table.</param>
    public async Task<Func<string, ParentIndex>> Of(SourceCopy source, EntityMapping mapping, string rows, Func<string, CheckedEntity> entities)
    {
        var indexes = new Dictionary<string, ParentIndex>();
        foreach (var parent in mapping.Entity.Plan.References.Values.Distinct())
        {
            var keys = new HashSet<string>();
            foreach (var column in Columns(mapping, parent))
            {
                await Read(source, $"select distinct {column}::text from {mapping.Source.Plan.Table.Sql} where {rows} and {column} is not null", keys);
            }

            indexes[parent] = await Index(entities(parent), mapping.Source, [.. keys]);
        }

        return name => indexes[name];
    }

    private static IEnumerable<string> Columns(EntityMapping mapping, string parent) => mapping.Entity.Plan.References
        .Where(reference => reference.Value == parent)
        .SelectMany(reference => mapping.Fields.Where(field => field.To.Any(column => column.Name == reference.Key)))
        .SelectMany(field => field.From).Select(column => SqlName.Quote(column.Name)).Distinct();

    private static async Task Read(SourceCopy source, string query, HashSet<string> keys)
    {
        await using var command = source.Command(query);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            keys.Add(reader.GetString(0));
        }
    }

    private async Task<ParentIndex> Index(CheckedEntity parent, CheckedSource child, string[] keys)
    {
        var read = parent.SourceFor(child);
        var (kind, inTarget) = (KeyKinds.Of(read.Key.BaseType)!.Value, KeyKinds.Of(parent.TargetKey.BaseType)!.Value);
        var index = new ParentIndex(parent.Plan.Name, new MappedKeys());
        await using var command = new NpgsqlCommand(SqlText.Of("Sync/FindParents.sql"), target)
        {
            Parameters = { new("plan", plan), new("entity", parent.Plan.Name), new("source", read.Name), new("keys", keys) },
        };
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var key = kind.Parse(reader.GetString(0));
            if (!reader.IsDBNull(2))
            {
                index.AddMerged(key, inTarget.Parse(reader.GetString(2)));
            }
            else if (reader.GetString(1) == "skipped")
            {
                index.Skipped.Add(key);
            }
            else
            {
                index.AddRejected(key);
            }
        }

        return index;
    }
}
