using CrmMigration.Map;
using CrmMigration.Rehearse;
using CrmMigration.Source;
using Npgsql;

namespace CrmMigration.Load;

/// <summary>
/// Sends a batch of rows through a temporary table into the target, by key: new rows are inserted, rows that differ are updated, equal
/// rows are not written. Works within the transaction of the connection it is given.
/// </summary>
internal sealed class UpsertBatch
{
    private const string Stage = "pg_temp.crm_migration_stage";

    private readonly NpgsqlConnection target;
    private readonly EntityMapping mapping;
    private readonly string upsert;
    private long metBefore;

    private UpsertBatch(NpgsqlConnection target, EntityMapping mapping)
    {
        this.target = target;
        this.mapping = mapping;
        upsert = Statement(mapping);
    }

    /// <summary>Rows of the target that a rehearsal takes along; null for a real run, or where they are there already.</summary>
    public MetRows? Met { get; private init; }

    /// <summary>The names that people know of constraints that are named otherwise where rows are rehearsed.</summary>
    public required ConstraintNames Names { get; init; }

    public static async Task<UpsertBatch> Open(NpgsqlConnection target, EntityMapping mapping)
    {
        var batch = new UpsertBatch(target, mapping) { Met = await MetRows.Of(target, mapping, Stage), Names = await ConstraintNames.Of(target, mapping) };
        batch.Execute($"create temporary table crm_migration_stage on commit drop as select {mapping.TargetColumnList} from {mapping.Table} with no data");
        return batch;
    }

    /// <summary>Sets the point that <see cref="Undo"/> goes back to.</summary>
    public void Save()
    {
        Execute("savepoint batch");
        metBefore = Met?.Rows ?? 0;
    }

    public void Undo()
    {
        Execute("rollback to savepoint batch");
        Met?.TakeBack(metBefore);
    }

    /// <summary>Loads rows in COPY format; gives the fate of those that were written, by their key in the target. Who is not named was there already, equal.</summary>
    /// <exception cref="PostgresException">The server refused; the caller goes back to the savepoint.</exception>
    public Dictionary<SourceKey, Fate> Run(ReadOnlySpan<byte> rows)
    {
        Execute($"truncate {Stage}");
        var copy = CopyIn.Begin(target, Stage, mapping.TargetColumnList);
        try
        {
            copy.Write(rows);
            CopyIn.End(copy);
        }
        catch
        {
            CopyIn.Abandon(copy);
            throw;
        }

        Met?.Take();
        var fates = new Dictionary<SourceKey, Fate>();
        using (var command = new NpgsqlCommand(upsert, target))
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                fates[mapping.TargetKeyKind.Parse(reader.GetString(0))] = reader.GetBoolean(1) ? Fate.Updated : Fate.Created;
            }
        }

        Execute("release savepoint batch");
        return fates;
    }

    // Rows are compared by their stored image (*<>), which every type has; types such as json have no equality of their own.
    private static string Statement(EntityMapping mapping)
    {
        var table = mapping.Table;
        var key = SqlName.Quote(mapping.TargetColumns[0].Name);
        if (mapping.IsPrivate)
        {
            return $"insert into {table} as t ({mapping.TargetColumnList}) select {mapping.TargetColumnList} from {Stage} returning t.{key}::text, false";
        }

        var others = mapping.TargetColumns.Skip(1).Select(column => SqlName.Quote(column.Name)).ToList();
        var onConflict = others.Count == 0
            ? "do nothing"
            : $"do update set {string.Join(", ", others.Select(name => $"{name} = excluded.{name}"))} "
                + $"where row({List(others, "t")})::record *<> row({List(others, "excluded")})::record";
        return $"""
            with known as (
              select t.{key} as key from {table} as t join {Stage} as stage on t.{key} = stage.{key}
            ), written as (
              insert into {table} as t ({mapping.TargetColumnList}) overriding system value
              select {mapping.TargetColumnList} from {Stage}
              on conflict ({key}) {onConflict}
              returning t.{key} as key
            )
            select written.key::text, known.key is not null from written left join known on known.key = written.key
            """;
    }

    private static string List(List<string> names, string row) => string.Join(", ", names.Select(name => $"{row}.{name}"));

    private void Execute(string statement)
    {
        using var command = new NpgsqlCommand(statement, target);
        command.ExecuteNonQuery();
    }
}
