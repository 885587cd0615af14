using CrmMigration.Runs;
using CrmMigration.Source;
using Dapper;

namespace CrmMigration.Verify;

/// <summary>Cuts the sources of an entity into ranges of keys to be compared by value.</summary>
internal sealed class VerifiedRanges(RunContext context)
{
    // What is kept of each row of a range is small, and its parents' keys come on top.
    private const int SmallestDefault = 50_000;
    private const int LargestDefault = 250_000;
    private const int DefaultRanges = 1_000;

    public async Task<List<SourceCut>> Cut(string entity, CancellationToken cancellation)
    {
        var cuts = new List<SourceCut>();
        foreach (var read in context.Entity(entity).Sources)
        {
            await using var source = await context.SourceOf(read).OpenConnectionAsync(cancellation);
            var rows = await source.ExecuteScalarAsync<double>(SqlText.Of("Source/EstimateRows.sql"), new { table = read.Plan.Table.Sql });
            await source.CloseAsync();
            var size = context.PartitionRows ?? (int)Math.Clamp(rows / DefaultRanges, SmallestDefault, LargestDefault);
            cuts.AddRange(await new KeyWalk(context.SourceOf(read), read).Cut(size, context.Databases.Parallel, cancellation));
        }

        return cuts;
    }
}
