using CrmMigration.Load;
using CrmMigration.Map;
using CrmMigration.Source;
using Dapper;
using Npgsql;

namespace CrmMigration.Replay;

/// <summary>Reads rows of the target by key as they stand there, and keeps others from changing them until the transaction ends.</summary>
internal static class TargetRows
{
    /// <summary>Each row in COPY format, by its key.</summary>
    public static async Task<Dictionary<SourceKey, byte[]>> Read(NpgsqlConnection target, EntityMapping mapping, IReadOnlyCollection<SourceKey> keys)
    {
        var found = new Dictionary<SourceKey, byte[]>();
        if (keys.Count == 0)
        {
            return found;
        }

        var key = SqlName.Quote(mapping.TargetColumns[0].Name);
        var condition = $"{key} in ({string.Join(", ", keys.Select(one => SqlName.Literal(one.ToString())))})";
        await target.ExecuteAsync($"select from {mapping.Table} where {condition} for no key update");
        var row = new TupleBuffer(mapping.TargetColumns.Count);
        using var stream = target.BeginRawBinaryCopy($"copy (select {mapping.TargetColumnList} from {mapping.Table} where {condition}) to stdout (format binary)");
        using var reader = new TupleReader(stream);
        while (reader.Read())
        {
            row.Clear();
            row.AddRow(reader);
            found[mapping.TargetKeyKind.Read(reader.Field(0))] = row.Row.ToArray();
        }

        return found;
    }
}
