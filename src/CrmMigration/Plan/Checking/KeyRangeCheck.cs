using System.Globalization;

namespace CrmMigration.Plan.Checking;

/// <summary>The keys that an entity's sources have in the target: within its type, and never those of one another.</summary>
internal sealed class KeyRangeCheck(CheckFindings findings, ResolvedEntity entity)
{
    // Closer than this share of the lower one's keys, two sources may meet while they are still in use.
    private const int Close = 10;

    public void Check(LiveKeys keys)
    {
        if (!entity.IsComplete || entity.TargetKey is not { } target || entity.Sources.Any(source => source.Key is null))
        {
            return;
        }

        if (KeyRule.IsInteger(target))
        {
            var ranges = Placed(keys);
            foreach (var range in ranges)
            {
                CheckRoom(range, target);
            }

            CheckApart(ranges);
            CheckAssigned(ranges, keys);
        }
        else
        {
            CheckStated();
        }
    }

    private List<KeySpan> Placed(LiveKeys keys) =>
        [.. entity.Sources.Select(source => keys.RangeOf(source.Plan) is { } range ? KeySpan.Of(source.Plan, range) : null).OfType<KeySpan>().OrderBy(range => range.Low)];

    private void CheckRoom(KeySpan range, LiveColumn target)
    {
        var bits = KeyRule.Width(target) * 8;
        var highest = (Int128.One << (bits - 1)) - 1;
        if (range.Plan.Keys is KeyPolicy.Offset && (range.Low < -highest - 1 || range.High > highest))
        {
            findings.Mistake(
                range.Plan.KeysPath, $"with the offset the keys of {range.Plan.Source} are {range.Shown}", $"keys that {target.Type} can hold, up to {KeySpan.Text(highest)}",
                $"Write a smaller offset, or make \"{target.Name}\" a bigint.");
        }
    }

    private void CheckApart(List<KeySpan> ranges)
    {
        for (var i = 1; i < ranges.Count; i++)
        {
            var lower = ranges.Take(i).MaxBy(range => range.High)!;
            var gap = ranges[i].Low - lower.High;
            var later = entity.Plan.From.ToList().IndexOf(ranges[i].Plan) > entity.Plan.From.ToList().IndexOf(lower.Plan) ? ranges[i] : lower;
            var earlier = later == lower ? ranges[i] : lower;
            if (gap <= 0)
            {
                findings.Mistake(
                    Path(later.Plan), $"the keys that {later.Plan.Source} has in the target, {later.Shown}, meet those of {earlier.Plan.Source}, {earlier.Shown}",
                    "sources that have no key in common in the target",
                    $"Say what becomes of the keys of {later.Plan.Source}: \"keys\": {{ \"offset\": {Offset(ranges)} }} adds a number to each, \"keys\": \"assign\" gives new ones.");
            }
            else if (gap * Close < lower.High - lower.Low)
            {
                findings.Warn(
                    Path(ranges[i].Plan), $"the keys of {lower.Plan.Source} end at {KeySpan.Text(lower.High)}, and those of {ranges[i].Plan.Source} begin at {KeySpan.Text(ranges[i].Low)}",
                    "room for rows that are still to come", "Write a greater offset before the first run if the lower source is still in use; a row that comes to lie among the other's is rejected.");
            }
        }
    }

    private void CheckAssigned(List<KeySpan> ranges, LiveKeys keys)
    {
        foreach (var assigned in entity.Plan.From.Where(from => from.Keys is KeyPolicy.Assign))
        {
            if (keys.LowestAssigned(entity.Plan.Name, assigned.Source) is { } lowest && ranges.Find(range => range.High >= lowest) is { } range)
            {
                findings.Mistake(
                    Path(range.Plan), $"the keys that {range.Plan.Source} has in the target, {range.Shown}, reach those that were assigned to rows of {assigned.Source}, which begin at {KeySpan.Text(lowest)}",
                    "sources that have no key in common in the target",
                    $"Begin with an empty target and new books (drop the schema crm_migration), and let the target's sequence begin beyond what {range.Plan.Source} will ever reach.");
            }
        }
    }

    /// <summary>Whether two sources have a uuid or a text in common cannot be told from where they begin and end.</summary>
    private void CheckStated()
    {
        var kept = entity.Plan.From.Where(from => from.Keys is KeyPolicy.Preserve).ToList();
        if (kept.Count > 1 && kept.Find(from => from.KeysPath.Length == 0) is { } silent)
        {
            findings.Mistake(
                silent.Path, $"{string.Join(" and ", kept.Select(from => from.Source))} both keep their keys, which are {entity.TargetKey!.Type}",
                "a word on the keys of each source, as two rows of one key would overwrite each other",
                "Write \"keys\": \"preserve\" for each if no key is in two of them (the run proves it), or \"keys\": \"assign\" for all but one.");
        }
    }

    private static string Path(SourcePlan plan) => plan.KeysPath.Length > 0 ? plan.KeysPath : plan.Path;

    // A round number that leaves the others twice the room they take.
    private static string Offset(List<KeySpan> ranges)
    {
        var highest = ranges.Max(range => range.High) * 2;
        Int128 offset = 1000;
        while (offset <= highest)
        {
            offset *= 10;
        }

        return offset.ToString(CultureInfo.InvariantCulture);
    }
}
