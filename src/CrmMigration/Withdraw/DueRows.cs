using CrmMigration.Load;
using CrmMigration.Rehearse;
using CrmMigration.Source;
using Dapper;
using Npgsql;

namespace CrmMigration.Withdraw;

/// <summary>
/// The rows of the target that a step of a withdrawal is about, in a temporary table: each with its place, or with the reason why it stays as it
/// is. They are locked. Works in the transaction of the connection it is given.
/// </summary>
internal sealed class DueRows(NpgsqlConnection target, TargetShape shape, WithdrawnPlace place)
{
    public const string Table = "pg_temp.crm_migration_due";

    private readonly HashSet<long> transactions = [];

    /// <summary>The transactions that gave rows back what runs had written, and nobody else, down to savepoints, as xmin tells them.</summary>
    public IReadOnlyCollection<long> Transactions => transactions;

    /// <summary>Finds rows that the run created, updated or deleted.</summary>
    public async Task Find(string kind)
    {
        await target.ExecuteAsync("set constraints all immediate");
        await target.ExecuteAsync(
            $"create temporary table crm_migration_due (place bigint, key {shape.KeyType}, reason text, may_pass boolean not null default false, is_whole boolean, is_ours boolean, earlier jsonb) on commit drop");
        await (kind == "created" ? FindCreated() : FindEarlier(kind));
    }

    /// <summary>How many would be written and how many stay, with the first of these.</summary>
    public async Task<(long Due, IReadOnlyList<(string Key, string Reason)> Kept)> Look() => (
        await target.ExecuteScalarAsync<long>($"select count(*) from {Table} where reason is null"),
        [.. await target.QueryAsync<(string, string)>($"select key::text, reason from {Table} where reason is not null order by length(key::text), key::text")]);

    /// <summary>Rows that others refer to stay, whatever the server would do with those others.</summary>
    /// <exception cref="InvalidSettingException">The server would delete or change rows that nobody may look at.</exception>
    public async Task KeepReferred()
    {
        List<ReferringTable> references = [.. await target.QueryAsync<ReferringTable>(SqlText.Of("Withdraw/FindReferring.sql"), new { table = shape.Table, planTables = Array.Empty<string>() })];
        foreach (var reference in references)
        {
            if (!reference.IsReadable && reference.ChangesRows)
            {
                throw new InvalidSettingException(
                    $"Rows of {reference.Child} would be deleted or changed with those that they refer to (constraint {reference.Name}), and the role of the target may not look at them. Grant it: grant select on {reference.Child} to the role.");
            }
        }

        // What stays keeps those that it refers to itself.
        int kept;
        do
        {
            kept = 0;
            foreach (var reference in references.Where(one => one.IsReadable))
            {
                kept += await KeepReferred(reference);
            }
        }
        while (kept > 0);
    }

    /// <summary>Runs a statement over all that are due and have no reason to stay; who the server refuses is found by halving, and stays. Returns how many were written.</summary>
    public async Task<long> Write(string statement)
    {
        var parts = await target.QueryAsync<(bool, long, long)>($"select is_ours, min(place), max(place) from {Table} where reason is null group by is_ours order by is_ours desc");
        foreach (var (isOurs, first, last) in parts)
        {
            await Write($"{statement}; {(isOurs ? Writer : "select null::bigint")}", first, last);
        }

        return await target.ExecuteScalarAsync<long>($"select count(*) from {Table} where reason is null");
    }

    /// <summary>The columns that were kept of the rows: they differ where some were added meanwhile.</summary>
    public async Task<IReadOnlyList<string[]>> KnownColumns() =>
        [.. (await target.QueryAsync<KeptColumns>($"select distinct {TargetShape.KnownColumns} as Names from {Table} as due where earlier is not null")).Select(one => one.Names)];

    private static string Same =>
        """
        coalesce(standing.hash = coalesce(
          (select link.row_hash from crm_migration.links as link
           where link.set_id = any(@Sets) and link.source_key = wanted.key::text collate "C" and link.target_key = link.source_key and link.status in ('migrated', 'left') limit 1),
          (select link.row_hash from crm_migration.links as link
           where link.set_id = any(@Sets) and link.target_key = wanted.key::text collate "C" and link.target_key <> link.source_key and link.status in ('migrated', 'left') limit 1),
          (select replayed.row_hash from crm_migration.replayed_rows as replayed
           where replayed.entity_id = @EntityId and replayed.target_key = wanted.key::text collate "C")), false)
        """;

    // Those that are there; where this was done before, only those that were kept.
    private Task<int> FindCreated()
    {
        var booked = shape.Mapping.TargetKeyKind.IsInteger() ? "coalesce(one.target_number, one.number)" : "coalesce(one.target_word, one.word)";
        return Judge(
            "created",
            $"""
            select distinct {booked}::{shape.KeyType} as key, null::jsonb as earlier, false as ours
            from crm_migration.ledger as entry
            cross join lateral unnest(entry.key_numbers, entry.key_texts, entry.target_numbers, entry.target_texts) as one (number, word, target_number, target_word)
            where entry.entity_id = @EntityId and entry.partition = @Partition and entry.fate = 'created'
              and ({(place.Withdrawn ? "false" : "true")} or exists (
                select from crm_migration.kept_rows as kept where kept.entity_id = @EntityId and kept.kind = 'created' and kept.target_key = {booked}::text collate "C"))
            """,
            $"when writers.writer is not null or {(shape.IsWrittenWhole ? Same : "false")} then null else 'It was changed in the target since it was written.'",
            "standing.key is not null");
    }

    private Task<int> FindEarlier(string kind) => Judge(
        kind,
        $"""
        select earlier.target_key::{shape.KeyType} as key, earlier.earlier::jsonb as earlier, earlier.ours
        from crm_migration.earlier_rows as earlier
        where earlier.entity_id = @EntityId and earlier.partition = @Partition and earlier.kind = '{kind}'
          and not exists (
            select from crm_migration.kept_rows as kept
            where kept.entity_id = earlier.entity_id and kept.target_key = earlier.target_key and kept.kind = 'created')
        """,
        kind == "deleted"
            ? "when standing.key is not null then 'The run deleted it, and another row stands under its key by now.'"
            : $"""
              when standing.key is null then 'It was deleted in the target since it was written.'
              when writers.writer is null and not {Same} then 'It was changed in the target since it was written.'
              """,
        "true");

    // Who edited a row before one of these wrote over it has edited what the run wrote, though it was not the last to write; what the run created, before the run itself did, too.
    private static string Newer(string kind) =>
        $"""
        select other.entity_id
        from crm_migration.entities as this
        join crm_migration.runs as run on run.run_id = this.run_id
        join crm_migration.runs as later on later.plan = run.plan and later.mode <> 'rehearsal' and (later.started_at > run.started_at{(kind == "created" ? " or later.run_id = run.run_id" : "")})
        join crm_migration.entities as other on other.run_id = later.run_id and other.entity = this.entity
        where this.entity_id = @EntityId
        """;

    private Task<int> Judge(string kind, string wanted, string reasons, string condition) => target.ExecuteAsync(
        $"""
        with wanted as materialized (
          {wanted}
        ), newer as materialized (
          {Newer(kind)}
        ), standing as materialized (
          select {shape.Key} as key, {shape.Hash} as hash, t.xmin::text::bigint as writer
          from wanted join {shape.Table} as t on {shape.Key} = wanted.key
          for update of t
        ), judged as (
          select wanted.key, wanted.earlier, writers.writer is not null as is_whole, wanted.ours and {(kind == "deleted" ? "true" : "writers.writer is not null")} as is_ours, case {reasons} end as reason
          from wanted
          left join standing on standing.key = wanted.key
          left join crm_migration.writers_of(@EntityId) as writers (writer)
            on writers.writer = standing.writer
            and not exists (select from newer join crm_migration.earlier_rows as edited on edited.entity_id = newer.entity_id and edited.target_key = wanted.key::text collate "C" and not edited.ours)
          where {condition}
        )
        insert into {Table} (place, key, reason, is_whole, is_ours, earlier)
        select case when reason is null then row_number() over (partition by reason is null order by is_ours desc, key) end, key, reason, is_whole, is_ours, earlier from judged
        """,
        place);

    private Task<int> KeepReferred(ReferringTable reference) => target.ExecuteAsync(
        $"""
        update {Table} as due set reason = @reason, may_pass = true
        where due.reason is null and due.key in (
          select {shape.Key} from {shape.Table} as t
          join {Table} as other on other.key = {shape.Key} and other.reason is null
          join {reference.Child} as c on {reference.Pairs}
          {(reference.IsToItself ? $"where not exists (select from {Table} as also where also.key = c.{shape.Key[2..]} and also.reason is null)" : "")})
        """,
        new { reason = Referred(reference.ChildName, reference.Name) });

    private static string Referred(string child, string constraint) => $"Rows of {child} refer to it (constraint {constraint}).";

    private async Task Write(string statement, long first, long last)
    {
        await target.ExecuteAsync("savepoint withdrawal");
        try
        {
            if (await target.ExecuteScalarAsync<long?>(statement, new { first, last }) is { } transaction)
            {
                transactions.Add(transaction);
            }

            await target.ExecuteAsync("release savepoint withdrawal");
        }
        catch (PostgresException fault) when (fault.IsRowFault())
        {
            await target.ExecuteAsync("rollback to savepoint withdrawal; release savepoint withdrawal");
            if (first == last)
            {
                var reason = fault.SqlState == PostgresErrorCodes.ForeignKeyViolation && statement.StartsWith(shape.Remove, StringComparison.Ordinal)
                    ? Referred(fault.TableName ?? "another table", fault.ConstraintName ?? "")
                    : RowFault.ToRejection(fault, new ConstraintNames(new Dictionary<string, string>())).Reason;
                await target.ExecuteAsync($"update {Table} set reason = @reason, may_pass = true where place = @first", new { reason, first });
                return;
            }

            var half = first + ((last - first) / 2);
            await Write(statement, first, half);
            await Write(statement, half + 1, last);
        }
    }

    // A trigger may have kept rows from being written.
    private string Writer =>
        $"""
        select {EarlierRows.Writer} from {shape.Table} as t join {Table} as due on due.key = {shape.Key}
        where due.reason is null and due.place between @first and @last and crm_migration.writes_now({EarlierRows.Writer}) limit 1
        """;

    private sealed record KeptColumns
    {
        public string[] Names { get; init; } = [];
    }
}
