using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Text;
using CrmMigration.Load;
using CrmMigration.Plan;
using CrmMigration.Source;
using Dapper;
using Npgsql;

namespace CrmMigration.Sync;

/// <summary>
/// Finds the rows of one source that changed since the last pass, and those that are gone, all in one snapshot. Changed is a row whose version
/// was written by a transaction that may not have been seen then: that is inclusive, so nothing that committed late is lost. Between such passes some may read by a column of the plan.
/// </summary>
internal sealed class ChangedKeys(SourceCopy source, CheckedSource read, NpgsqlConnection target, LinkSet set)
{
    private const int Chunk = 64 * 1024;

    // Of keys by their hash: where counts and sums of hashes agree, nothing is gone.
    private const int Buckets = 1024;

    private const string KnownHash = "hashtextextended(known.source_key, 0) as hash";

    // All in one group.
    private const string Whole = "0";

    private readonly string key = SqlName.Quote(read.Key.Name);
    private readonly string hash = $"hashtextextended({SqlName.Quote(read.Key.Name)}::text collate \"C\", 0)";

    /// <summary>What the log tells of. Rows that nobody knows have come and gone between two passes; some that left are back in the snapshot.</summary>
    public async Task<long> TakeLogged(IReadOnlyDictionary<string, bool> logged, CancellationToken cancellation)
    {
        string[] left = [.. logged.Where(one => one.Value).Select(one => one.Key)];
        var back = await Read(source.Connection, $"select {key}::text from {read.Plan.Table.Sql} where {key} = any(@wanted::{read.Key.BaseType}[])", left, cancellation);
        Write(logged.Where(one => !one.Value).Select(one => one.Key).Concat(back), gone: false);
        var gone = await Read(
            target, $"select source_key from crm_migration.links where set_id = {set.SetId} and status <> 'left' and source_key = any(@wanted)", left, cancellation);
        gone.ExceptWith(back);
        Write(gone, gone: true);
        return gone.Count;
    }

    public ChangeTimes FindChanged(SourceMoment moment, SourceLook look)
    {
        var times = new ChangeTimes(set.LookedAt);
        var time = moment.KeepsTimes && look is { ComparesAll: null, ByHorizon: true } ? ", pg_xact_commit_timestamp(xmin)" : "";
        using var keys = source.Copy($"copy (select {key}::text{time} from {read.Plan.Table.Sql} where {look.Condition}) to stdout (format binary)");
        Write(Keys(keys, times), gone: false);
        return times;
    }

    /// <summary>After the changed ones: what is new is known by then. Gives the number of those that are gone.</summary>
    public async Task<long> FindGone(CancellationToken cancellation)
    {
        // Groups cost the server as much again, and mostly nothing is gone.
        if (await Differing(Whole, cancellation) is [])
        {
            return 0;
        }

        var differing = await Differing(Bucket("hash"), cancellation);
        if (differing is [])
        {
            await target.ExecuteAsync(SqlText.Of("Sync/CountLinksAnew.sql"), new { set.SetId });
            return 0;
        }

        var reading = Read(source.Connection, $"select {key}::text from {read.Plan.Table.Sql} where {Bucket(hash)} = any(@wanted)", differing, cancellation);
        var booked = Booked(differing, cancellation);

        // Neither is left at work where the other fails.
        await Task.WhenAll(reading, booked);
        var (keys, known) = (await reading, await booked);
        var gone = known.Where(one => !keys.Contains(one)).ToList();
        Write(gone, gone: true);

        // What came with an old version: a partition that was filled before it was attached, a table in another's place.
        Write(keys.Where(one => !known.Contains(one)), gone: false);
        return gone.Count;
    }

    // In the books; and what the pass found new.
    private string[] Known(string wanted) =>
    [
        $"select {wanted} from crm_migration.links as known where set_id = {set.SetId} and status <> 'left'",
        $"""
        select {wanted} from pg_temp.crm_migration_changes as known
        where set_id = {set.SetId} and not exists (
          select from crm_migration.links as linked where linked.set_id = known.set_id and linked.source_key = known.source_key and linked.status <> 'left')
        """,
    ];

    private static string Bucket(string hash) => $"({hash} & {Buckets - 1})::int";

    private static IEnumerable<string> Keys(TupleReader rows, ChangeTimes times)
    {
        while (rows.Read())
        {
            times.Add(rows);
            yield return Encoding.UTF8.GetString(rows.Field(0));
        }
    }

    private async Task<HashSet<string>> Booked(int[] buckets, CancellationToken cancellation)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var place in Known("known.source_key"))
        {
            known.UnionWith(await Read(target, $"{place} and {Bucket("hashtextextended(known.source_key, 0)")} = any(@wanted)", buckets, cancellation));
        }

        return known;
    }

    // The groups of keys that are not the same on both sides.
    private async Task<int[]> Differing(string group, CancellationToken cancellation)
    {
        var there = new Dictionary<int, (long, BigInteger)>();
        var counting = Add(source.Connection, Counted(group, $"select {hash} as hash from {read.Plan.Table.Sql}"), there, cancellation);
        var booked = Booked(group, cancellation);

        // Neither is left at work where the other fails.
        await Task.WhenAll(counting, booked);
        var known = await booked;
        return [.. there.Keys.Union(known.Keys).Where(one => there.GetValueOrDefault(one) != known.GetValueOrDefault(one))];
    }

    private async Task<Dictionary<int, (long Rows, BigInteger Sum)>> Booked(string group, CancellationToken cancellation)
    {
        var known = new Dictionary<int, (long Rows, BigInteger Sum)>();
        await Add(target, group == Whole ? $"select {Whole}, sum(rows)::bigint, sum(hashes)::text from crm_migration.link_counts where set_id = {set.SetId} having sum(rows) <> 0" : Counted(group, Known(KnownHash)[0]), known, cancellation);
        await Add(target, Counted(group, Known(KnownHash)[1]), known, cancellation);
        return known;
    }

    private static string Counted(string group, string hashes) => $"set jit = off; select {group}, count(*), sum(hash)::text from ({hashes}) as keys group by 1";

    private static async Task Add(NpgsqlConnection connection, string query, Dictionary<int, (long Rows, BigInteger Sum)> counts, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(query, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var (rows, sum) = counts.GetValueOrDefault(reader.GetInt32(0));
            counts[reader.GetInt32(0)] = (rows + reader.GetInt64(1), sum + BigInteger.Parse(reader.GetString(2), CultureInfo.InvariantCulture));
        }
    }

    private static async Task<HashSet<string>> Read(NpgsqlConnection connection, string keys, object wanted, CancellationToken cancellation)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        await using var command = new NpgsqlCommand(keys, connection) { Parameters = { new("wanted", wanted) } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }

    private void Write(IEnumerable<string> keys, bool gone)
    {
        var rows = new TupleBuffer(3);
        var copy = CopyIn.Begin(target, "pg_temp.crm_migration_changes", "set_id, source_key, gone");
        foreach (var one in keys)
        {
            rows.BeginRow();
            BinaryPrimitives.WriteInt32BigEndian(rows.AddSpace(4), set.SetId);
            Encoding.UTF8.GetBytes(one, rows.AddSpace(Encoding.UTF8.GetByteCount(one)));
            rows.AddSpace(1)[0] = gone ? (byte)1 : (byte)0;
            if (rows.Length >= Chunk)
            {
                copy.Write(rows.Written);
                rows.Clear();
            }
        }

        copy.Write(rows.Written);
        CopyIn.End(copy);
    }
}
