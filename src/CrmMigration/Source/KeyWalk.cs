using CrmMigration.Plan;
using CrmMigration.Profile;
using Dapper;
using Npgsql;

namespace CrmMigration.Source;

/// <summary>
/// Cuts a source table into key ranges of equal row counts by walking its key's index, so that sparse, skewed and negative keys make no
/// difference. The ranges cover all keys there can be; an empty table has none. A large table is walked in several segments at once,
/// parted by sampled keys; the last range of each may hold fewer rows. Of a sample, the ranges between those that are sampled come too.
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

    /// <summary>Rows of a partition, where nobody says how many.</summary>
    public static int DefaultSize(double rows) => (int)Math.Clamp(rows / DefaultPartitions, SmallestDefault, 1_000_000);

    public async Task<List<SourceCut>> Cut(int? partitionRows, int parallel, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var estimate = await connection.ExecuteScalarAsync<double>(SqlText.Of("Source/EstimateRows.sql"), new { table });
        await connection.CloseAsync();
        var size = partitionRows ?? DefaultSize(estimate);
        return await Cut(new(size, 0), (int)Math.Min(parallel, estimate / size / RangesInSegment), estimate, cancellation);
    }

    /// <summary>Cuts the table for a sample. A table that is too small to have one is sampled whole.</summary>
    public async Task<List<SourceCut>> CutSample(double percent, int? partitionRows, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var estimate = await RowEstimate.Of(connection, read.Plan.Table, cancellation);
        await connection.CloseAsync();
        var ranges = await Cut(CutPattern.OfSample(percent, estimate, partitionRows), 1, estimate, cancellation);
        return ranges.Exists(range => range.Sampled) ? ranges : ranges.ConvertAll(range => range with { Sampled = true });
    }

    private async Task<List<SourceCut>> Cut(CutPattern pattern, int segments, double estimate, CancellationToken cancellation)
    {
        var splits = segments > 1 ? await Splits(estimate, segments, cancellation) : [];
        string?[] ends = [null, .. splits, null];
        var walks = await Task.WhenAll(Enumerable.Range(0, ends.Length - 1).Select(i => Walk(new(ends[i], ends[i + 1]), pattern, cancellation)));
        return [.. walks.SelectMany(walk => walk)];
    }

    // Keys that part the table into segments of about equal size, from a sample of its pages; fewer when the sample is small.
    private async Task<IEnumerable<string>> Splits(double estimate, int segments, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var percent = Math.Min(100, 100 * SampledKeys / estimate);
        var keys = (await connection.QueryAsync<string>(
            $"select t.{key}::text from {table} as t tablesample system (@percent) order by t.{key}", new { percent })).ToList();
        return Enumerable.Range(1, segments - 1).Select(i => keys.Count * i / segments).Distinct().Where(place => place < keys.Count).Select(place => keys[place]);
    }

    private async Task<List<SourceCut>> Walk(KeyRange segment, CutPattern pattern, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
        var ranges = new List<SourceCut>();
        var rest = segment;
        foreach (var (size, sampled) in pattern.Ranges())
        {
            var through = await connection.ExecuteScalarAsync<string?>(new CommandDefinition(
                // The key is written as text outside: inside, every key that is passed over would be.
                $"select walked.key::text from (select {key} as key from {table} where {rest.Condition(key)} order by {key} offset {size - 1} limit 1) as walked",
                cancellationToken: cancellation));
            if (through is null)
            {
                var rows = await connection.ExecuteScalarAsync<long>(new CommandDefinition(
                    $"select count(*) from {table} where {rest.Condition(key)}", cancellationToken: cancellation));
                return Close(ranges, new(read.Name, rest, rows, sampled));
            }

            ranges.Add(new(read.Name, rest with { Through = through }, size, sampled));
            rest = rest with { After = through };
        }

        return ranges;
    }

    // The last range goes to the segment's end, even where no row is now: one inserted there later belongs to a partition all the same.
    private static List<SourceCut> Close(List<SourceCut> ranges, SourceCut rest)
    {
        var wholeTable = rest.Range is { After: null, Through: null };
        if (rest.Rows > 0 || (ranges.Count == 0 && !wholeTable))
        {
            ranges.Add(rest);
        }
        else if (ranges.Count > 0)
        {
            ranges[^1] = ranges[^1] with { Range = ranges[^1].Range with { Through = rest.Range.Through } };
        }

        return ranges;
    }
}
