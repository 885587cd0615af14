using CrmMigration.Plan;
using Dapper;
using Npgsql;

namespace CrmMigration.Source;

/// <summary>
/// Cuts a source table into key ranges of equal row counts by walking its key's index, so that sparse, skewed and negative keys make no
/// difference. The ranges cover all keys there can be; an empty table has none. A large table is walked in several segments at once,
/// parted by sampled keys; the last range of each may hold fewer rows.
/// </summary>
internal sealed class KeyWalk(NpgsqlDataSource source, CheckedSource read)
{
    private const int SmallestDefault = 100_000;
    private const int DefaultPartitions = 200;
    private const int SampledKeys = 2_000;

    // A segment of fewer ranges would not be worth its odd last one.
    private const int RangesInSegment = 10;

    private readonly string table = read.Plan.Table.Sql;
    private readonly string key = SqlName.Quote(read.Key.Name);

    public async Task<IEnumerable<SourceCut>> Cut(int? partitionRows, int parallel, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var estimate = await connection.ExecuteScalarAsync<double>(SqlText.Of("Source/EstimateRows.sql"), new { table });
        var size = partitionRows ?? (int)Math.Clamp(estimate / DefaultPartitions, SmallestDefault, 1_000_000);
        var segments = (int)Math.Min(parallel, estimate / size / RangesInSegment);
        var splits = segments > 1 ? await Splits(connection, estimate, segments) : [];
        await connection.CloseAsync();
        string?[] ends = [null, .. splits, null];
        var walks = await Task.WhenAll(Enumerable.Range(0, ends.Length - 1).Select(i => Walk(new(ends[i], ends[i + 1]), size, cancellation)));
        return walks.SelectMany(walk => walk).Select(cut => new SourceCut(read.Name, cut.Range, cut.Rows));
    }

    // Keys that part the table into segments of about equal size, from a sample of its pages; fewer when the sample is small.
    private async Task<IEnumerable<string>> Splits(NpgsqlConnection connection, double estimate, int segments)
    {
        var percent = Math.Min(100, 100 * SampledKeys / estimate);
        var keys = (await connection.QueryAsync<string>(
            $"select t.{key}::text from {table} as t tablesample system (@percent) order by t.{key}", new { percent })).ToList();
        return Enumerable.Range(1, segments - 1).Select(i => keys.Count * i / segments).Distinct().Where(place => place < keys.Count).Select(place => keys[place]);
    }

    private async Task<List<(KeyRange Range, long Rows)>> Walk(KeyRange segment, int size, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
        var ranges = new List<(KeyRange, long)>();
        var rest = segment;
        while (true)
        {
            var through = await connection.ExecuteScalarAsync<string?>(new CommandDefinition(
                // The key is written as text outside: inside, every key that is passed over would be.
                $"select walked.key::text from (select {key} as key from {table} where {rest.Condition(key)} order by {key} offset {size - 1} limit 1) as walked",
                cancellationToken: cancellation));
            if (through is null)
            {
                var rows = await connection.ExecuteScalarAsync<long>(new CommandDefinition(
                    $"select count(*) from {table} where {rest.Condition(key)}", cancellationToken: cancellation));
                return Close(ranges, rest, rows);
            }

            ranges.Add((rest with { Through = through }, size));
            rest = rest with { After = through };
        }
    }

    // The last range goes to the segment's end, even where no row is now: one inserted there later belongs to a partition all the same.
    private static List<(KeyRange Range, long Rows)> Close(List<(KeyRange Range, long Rows)> ranges, KeyRange rest, long rows)
    {
        var wholeTable = rest is { After: null, Through: null };
        if (rows > 0 || (ranges.Count == 0 && !wholeTable))
        {
            ranges.Add((rest, rows));
        }
        else if (ranges.Count > 0)
        {
            ranges[^1] = (ranges[^1].Range with { Through = rest.Through }, ranges[^1].Rows);
        }

        return ranges;
    }
}
