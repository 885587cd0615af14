using System.Text.Json.Nodes;
using CrmMigration.Load;
using CrmMigration.Map;
using CrmMigration.Rejects;
using CrmMigration.Source;
using Npgsql;

namespace CrmMigration.Replay;

/// <summary>
/// Reads rejected rows of one source anew, with people's fixes in the place of its values, in the form that every row comes in. A row that the
/// source cannot give stands alone: the read is halved until it does.
/// </summary>
internal sealed class FixedRows(SourceCopy source, EntityMapping mapping)
{
    private const int RowsAtOnce = 1_000;

    private readonly FixNames names = FixNames.Of(mapping.Entity.Plan.Name, mapping.Source);
    private readonly HashSet<string> columns = [.. mapping.SourceNames];
    private readonly UnreadableRow unreadable = new(source, mapping);

    /// <summary>The rows in some reads; who is not in the source any more is in none. Each is to be disposed before the next.</summary>
    /// <param name="refuse">Hears of a row whose fix cannot be used.</param>
    public IEnumerable<FixedRead> Read(IEnumerable<ReplayedRow> rows, Action<ReplayedRow, Rejection> refuse) => rows
        .Select(row => Resolve(row, refuse))
        .OfType<Mended>()
        .GroupBy(row => row.Values.Count > 0)
        .SelectMany(kind => kind.Chunk(RowsAtOnce))
        .SelectMany(chunk => Read(chunk, refuse));

    private static JsonObject Fix(ReplayedRow row) => row.Fix is null ? [] : JsonNode.Parse(row.Fix)!.AsObject();

    // What names the source column itself wins over what names a target column made of it. What the mapping does not read is left out.
    private Mended? Resolve(ReplayedRow row, Action<ReplayedRow, Rejection> refuse)
    {
        var values = new JsonObject();
        foreach (var (name, value) in Fix(row).OrderBy(member => names.IsTarget(member.Key) ? 0 : 1))
        {
            var (column, problem) = names.Find(name);
            if (problem is not null)
            {
                refuse(row, new("fix.unknown-column", null, problem));
                return null;
            }

            if (columns.Contains(column!))
            {
                values[column!] = value?.DeepClone();
            }
        }

        return new(row, values);
    }

    private IEnumerable<FixedRead> Read(Mended[] rows, Action<ReplayedRow, Rejection> refuse)
    {
        var from = Prepare(rows);
        source.Save();
        try
        {
            var read = source.CopyWhole(mapping.CopyOut(from, _ => true));
            source.Keep();
            return [new(read)];
        }
        catch (PostgresException fault) when (fault.IsRowFault())
        {
            source.Undo();
            return rows.Length > 1
                ? Read(rows[..(rows.Length / 2)], refuse).Concat(Read(rows[(rows.Length / 2)..], refuse))
                : Alone(rows[0], from, fault, refuse);
        }
    }

    // A cast of the plan may have failed, which is the row's own fault; else it is a fix that its column does not take.
    private FixedRead[] Alone(Mended row, string from, PostgresException fault, Action<ReplayedRow, Rejection> refuse)
    {
        var (read, why) = unreadable.Read(from, fault);
        if (row.Values.Count == 0 || why.Rule == "cast.failed")
        {
            return [new(read, why)];
        }

        read.Dispose();
        var types = row.Values.Select(value => TypeOf(value.Key));
        refuse(row.Row, new("fix.unusable", null, $"A value of the fix cannot be read as its source column's type: {string.Join(", ", types)}.", fault.SqlState));
        return [];
    }

    private string TypeOf(string name) => mapping.Fields.SelectMany(field => field.Read).FirstOrDefault(column => column.Name == name && column.Cast is null) is { } column
        ? $"{name} takes {column.Type}"
        : name;

    /// <summary>
    /// The table with other values in the place of its own, as a FROM item that has the columns that are read. The values travel as a setting of
    /// the session, not in the statement, which the source's log may keep; they are read as the table's own row type reads them.
    /// </summary>
    private string Prepare(Mended[] rows)
    {
        var (table, key) = (mapping.Source.Plan.Table.Sql, SqlName.Quote(mapping.Source.Key.Name));
        var mended = rows.SelectMany(row => row.Values).Select(value => value.Key).ToHashSet();
        if (mended.Count == 0)
        {
            return $"{table} where {key} in ({string.Join(", ", rows.Select(row => SqlName.Literal(row.Row.Id.Key.ToString())))})";
        }

        using (var command = source.Command("select set_config('crm_migration.fixes', @fixes, true)"))
        {
            var fixes = new JsonObject(rows.Select(row => KeyValuePair.Create(row.Row.Id.Key.ToString(), (JsonNode?)row.Values.DeepClone())));
            command.Parameters.AddWithValue("fixes", fixes.ToJsonString());
            command.ExecuteNonQuery();
        }

        var values = mapping.SourceNames.Select(name => mended.Contains(name) ? Mend(table, name) : $"t.{SqlName.Quote(name)}");
        return $"""
            (select {string.Join(", ", values)} from {table} as t
             join jsonb_each(current_setting('crm_migration.fixes')::jsonb) as fixed (key, fix) on t.{key} = fixed.key::{mapping.Source.Key.BaseType}) as t
            """;
    }

    private static string Mend(string table, string name)
    {
        var (column, literal) = (SqlName.Quote(name), SqlName.Literal(name));
        return $"case when fixed.fix ? {literal} then (jsonb_populate_record(null::{table}, jsonb_build_object({literal}, fixed.fix -> {literal}))).{column} else t.{column} end as {column}";
    }

    /// <param name="Values">By source column.</param>
    private sealed record Mended(ReplayedRow Row, JsonObject Values);
}
