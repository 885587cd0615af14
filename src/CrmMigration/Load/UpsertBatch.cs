using CrmMigration.Map;
using CrmMigration.Rehearse;
using CrmMigration.Source;
using CrmMigration.Withdraw;
using Npgsql;

namespace CrmMigration.Load;

/// <summary>
/// Sends a batch of rows through a temporary table into the target, by key: new rows are inserted, rows that differ are updated, equal
/// rows are not written. What stood in the place of a row that is updated is kept. Works within the transaction of the connection it is given.
/// </summary>
internal sealed class UpsertBatch
{
    private const string Stage = "pg_temp.crm_migration_stage";

    private readonly NpgsqlConnection target;
    private readonly EntityMapping mapping;
    private readonly EarlierRows? earlier;
    private readonly string upsert;
    private readonly HashSet<long> transactions = [];
    private long metBefore;

    private UpsertBatch(NpgsqlConnection target, EntityMapping mapping, EarlierRows? earlier)
    {
        this.target = target;
        this.mapping = mapping;
        this.earlier = earlier;
        upsert = $"{Statement(mapping, earlier)}; select xmin::text::bigint from {Stage} limit 1";
    }

    /// <summary>Rows of the target that a rehearsal takes along; null for a real run, or where they are there already.</summary>
    public MetRows? Met { get; private init; }

    /// <summary>The names that people know of constraints that are named otherwise where rows are rehearsed.</summary>
    public required ConstraintNames Names { get; init; }

    /// <summary>The transactions that rows were written by, down to savepoints, as xmin tells them.</summary>
    public IReadOnlyCollection<long> Transactions => transactions;

    /// <param name="place">The entity of the run, and the partition whose step writes.</param>
    public static async Task<UpsertBatch> Open(NpgsqlConnection target, EntityMapping mapping, (long EntityId, int Partition) place)
    {
        var batch = new UpsertBatch(target, mapping, await EarlierRows.Of(target, mapping, place)) { Met = await MetRows.Of(target, mapping, Stage), Names = await ConstraintNames.Of(target, mapping) };
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
        var fates = new Dictionary<SourceKey, Fate>();
        while (true)
        {
            Send(rows);
            Met?.Take();
            if (Write(fates))
            {
                Execute("release savepoint batch");
                return fates;
            }

            Undo();
            fates.Clear();
        }
    }

    private void Send(ReadOnlySpan<byte> rows)
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
    }

    // False: somebody changed or inserted a row after this statement had looked at it and before it wrote; what stood there was not kept. The next look sees it.
    private bool Write(Dictionary<SourceKey, Fate> fates)
    {
        var whole = true;
        using var command = new NpgsqlCommand(upsert, target);
        command.Parameters.AddRange(earlier?.Parameters() ?? []);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            fates[mapping.TargetKeyKind.Parse(reader.GetString(0))] = reader.GetBoolean(1) ? Fate.Updated : Fate.Created;
            whole &= reader.GetBoolean(2);
        }

        reader.NextResult();
        reader.Read();
        transactions.Add(reader.GetInt64(0));
        return whole;
    }

    // Rows are compared by their stored image (*<>), which every type has; types such as json have no equality of their own.
    private static string Statement(EntityMapping mapping, EarlierRows? earlier)
    {
        var key = SqlName.Quote(mapping.TargetColumns[0].Name);
        if (mapping.IsPrivate)
        {
            return $"insert into {mapping.Table} as t ({mapping.TargetColumnList}) select {mapping.TargetColumnList} from {Stage} returning t.{key}::text, false, true";
        }

        var others = mapping.TargetColumns.Skip(1).Select(column => SqlName.Quote(column.Name)).ToList();
        string Differs(string row) => $"row({List(others, "t")})::record *<> row({List(others, row)})::record";
        var onConflict = others.Count == 0 ? "do nothing" : $"do update set {string.Join(", ", others.Select(name => $"{name} = excluded.{name}"))} where {Differs("excluded")}";
        return earlier is null || others.Count == 0 ? Upsert(mapping, key, onConflict) : Upsert(mapping, key, onConflict, (earlier.Row, earlier.Inserted, Differs("stage")));
    }

    private static string Upsert(EntityMapping mapping, string key, string onConflict) =>
        $"""
        with known as (
          select t.{key} as key from {mapping.Table} as t join {Stage} as stage on t.{key} = stage.{key}
        ), written as (
          insert into {mapping.Table} as t ({mapping.TargetColumnList}) overriding system value
          select {mapping.TargetColumnList} from {Stage}
          on conflict ({key}) {onConflict}
          returning t.{key} as key
        )
        select written.key::text, known.key is not null, true from written left join known on known.key = written.key
        """;

    // All that will be updated is counted first, so that it is locked, and kept as it is then, before the first row is written.
    private static string Upsert(EntityMapping mapping, string key, string onConflict, (string Row, string Inserted, string Differs) earlier) =>
        $"""
        with known as (
          select t.{key} as key from {mapping.Table} as t join {Stage} as stage on t.{key} = stage.{key}
        ), standing as materialized (
          select t.{key} as key, {earlier.Row} as earlier, {EarlierRows.Writer} as writer
          from {mapping.Table} as t join {Stage} as stage on t.{key} = stage.{key} where {earlier.Differs}
          for no key update of t
        ), kept as (
          {EarlierRows.Keep("select key, earlier, writer from standing", "updated")}
        ), written as (
          insert into {mapping.Table} as t ({mapping.TargetColumnList}) overriding system value
          select {mapping.TargetColumnList} from {Stage} where (select count(*) from standing) >= 0
          on conflict ({key}) {onConflict}
          returning t.{key} as key, {earlier.Inserted} as inserted
        )
        select written.key::text, known.key is not null, (known.key is null and written.inserted) or standing.key is not null
        from written left join known on known.key = written.key left join standing on standing.key = written.key
        """;

    private static string List(List<string> names, string row) => string.Join(", ", names.Select(name => $"{row}.{name}"));

    private void Execute(string statement)
    {
        using var command = new NpgsqlCommand(statement, target);
        command.ExecuteNonQuery();
    }
}
