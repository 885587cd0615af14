using CrmMigration.Map;
using CrmMigration.Plan;
using CrmMigration.Runs;
using Dapper;

namespace CrmMigration.Source;

/// <summary>Where the keys of sources that share a target lie there, so that each keeps out of the others'.</summary>
internal static class KeyRanges
{
    /// <summary>For each source of an entity; null where nobody could come into its way, and for a source without rows, which has no place beside others.</summary>
    public static async Task<IReadOnlyList<Range?>> Of(RunContext context, CheckedEntity entity, CancellationToken cancellation)
    {
        var ranges = new List<Range?>();
        foreach (var source in entity.Sources)
        {
            var placed = entity.Sources.Count == 1 ? null : await PlacedRange.Read(context.SourceOf(source), entity, source, cancellation);
            ranges.Add(placed is null ? null : new(placed.Low, placed.High));
        }

        var numbered = entity.Sources.Count(source => KeyPlacement.Of(entity, source) is null);
        if (entity.Sources.Count == 1 || numbered == entity.Sources.Count || !KeyKinds.Of(entity.TargetKey.BaseType)!.Value.IsInteger())
        {
            return ranges;
        }

        if (numbered > 0)
        {
            var lowest = await LowestAssigned(context, entity) ?? Beyond(ranges.Max(range => range?.High) ?? 0, KeyKinds.Of(entity.TargetKey.BaseType)!.Value);
            ranges = [.. ranges.Zip(entity.Sources, (range, source) => KeyPlacement.Of(entity, source) is null ? new Range(lowest, null) : range)];
        }

        // None of those that keep their keys has a row yet: whatever comes, only the first may bring some now.
        if (ranges.Count(range => range is not null) == numbered)
        {
            ranges[ranges.IndexOf(null)] = new(long.MinValue, null);
        }

        return [.. ranges.Zip(entity.Sources, (range, source) => KeyPlacement.Of(entity, source) is null ? range : Widened(range, ranges))];
    }

    // Whatever rows come while the run is at work, each number belongs to one source: those below all to the lowest, those between two to the lower one.
    private static Range? Widened(Range? own, List<Range?> all)
    {
        if (own is null)
        {
            return null;
        }

        var lows = all.OfType<Range>().Select(range => range.Low).ToList();
        return new(lows.Exists(low => low < own.Low) ? own.Low : long.MinValue, lows.Where(low => low > own.Low).Select(low => (long?)low - 1).Min());
    }

    private static async Task<long?> LowestAssigned(RunContext context, CheckedEntity entity)
    {
        await using var connection = await context.Target.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<long?>(SqlText.Of("Load/ReadLowestAssigned.sql"), new { entity = entity.Plan.Name, context.RunId });
    }

    // Numbers begin with a round one, so far beyond the keys that are kept that as many again have room, if the type has it.
    private static long Beyond(long highest, KeyKind kind)
    {
        for (Int128 first = 1000; first <= long.MaxValue && kind.Holds((long)first); first *= 10)
        {
            if (first > (Int128)highest * 2)
            {
                return (long)first + 1;
            }
        }

        return highest + 1;
    }

    /// <param name="High">Null for no end.</param>
    internal sealed record Range(long Low, long? High);
}
