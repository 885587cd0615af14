using CrmMigration.Plan.Checking;

namespace CrmMigration.Plan.Drafting;

/// <summary>Finds each source table's counterpart by name, or by columns where the names say nothing.</summary>
internal sealed class TablePairs(DraftSides sides)
{
    private const int FewestCommonColumns = 3;
    private const double MostlyCommon = 0.6;

    private readonly List<string> _unpaired = [];

    /// <summary>Why a table was left out, one sentence for each; complete after <see cref="Pair"/>.</summary>
    public IReadOnlyList<string> Unpaired => _unpaired;

    /// <summary>In the order of the source's tables.</summary>
    public IReadOnlyList<TablePair> Pair()
    {
        var matches = Matches();
        var pairs = new List<TablePair>();
        foreach (var source in sides.Source.Where(table => !sides.OneDatabase || !IsCounterpart(matches, table.Name)))
        {
            var target = matches.GetValueOrDefault(source.Name);
            if (WhyNot(source, target, pairs) is { } reason)
            {
                _unpaired.Add($"{DraftText.Quoted(source.Name.ToString())}: {reason}");
            }
            else
            {
                pairs.Add(target is null ? Created(source) : Existing(source, target));
            }
        }

        return pairs;
    }

    /// <summary>The best counterparts first. A table without a key takes none from the others; a table has at most one, and in one
    /// database it stands on one side only.</summary>
    private Dictionary<TableName, LiveTable> Matches()
    {
        var candidates = sides.Source
            .Where(source => DraftKey.Of(source) is not null)
            .SelectMany(source => sides.Target.Select(target => (Source: source, Target: target, Score: Score(source, target))))
            .Where(candidate => candidate.Score >= NameWords.Similar)
            .OrderByDescending(candidate => candidate.Score)
            .ThenByDescending(candidate => candidate.Source.Name.Name == candidate.Target.Name.Name)
            .ThenByDescending(candidate => candidate.Source.Name.Schema == candidate.Target.Name.Schema);
        var matches = new Dictionary<TableName, LiveTable>();
        foreach (var (source, target, _) in candidates)
        {
            var isFree = !matches.ContainsKey(source.Name) && !IsCounterpart(matches, target.Name);
            var crosses = sides.OneDatabase && (matches.ContainsKey(target.Name) || IsCounterpart(matches, source.Name));
            if (isFree && !crosses)
            {
                matches.Add(source.Name, target);
            }
        }

        return matches;
    }

    private static bool IsCounterpart(Dictionary<TableName, LiveTable> matches, TableName name) => matches.Values.Any(target => target.Name == name);

    private double Score(LiveTable source, LiveTable target)
    {
        if (sides.OneDatabase && (source.Name == target.Name || NameWords.Has(target.Name.Name, "old", "legacy") || NameWords.Has(source.Name.Name, "new")))
        {
            return 0;
        }

        var similarity = NameWords.Similarity(source.Name.Name, target.Name.Name);
        return similarity >= NameWords.Similar ? similarity : ShareColumns(source, target) ? NameWords.Similar : 0;
    }

    private static bool ShareColumns(LiveTable source, LiveTable target)
    {
        var (one, other) = (source.Columns.Select(Name).ToHashSet(), target.Columns.Select(Name).ToHashSet());
        var common = one.Intersect(other).Count();
        return common >= FewestCommonColumns && common >= MostlyCommon * one.Union(other).Count();

        static string Name(LiveColumn column) => NameWords.Joined(column.Name);
    }

    private string? WhyNot(LiveTable source, LiveTable? target, List<TablePair> pairs)
    {
        if (DraftKey.Of(source) is not { } key)
        {
            return $"it has no key of one column ({KeyRule.Supported})";
        }

        if (target is not null)
        {
            return DraftKey.Of(target) is not { } other ? $"{DraftText.Quoted(target.Name.ToString())} has no key of one column"
                : KeyRule.Of(key, other) is { } problem ? $"its key is {key.Type} and that of {DraftText.Quoted(target.Name.ToString())} is {other.Type}; expected {problem.Expected}"
                : null;
        }

        var name = NewName(source);
        return sides.OneDatabase && name == source.Name ? "no other table of this database is like it"
            : sides.Target.Any(table => table.Name == name) || pairs.Exists(pair => pair.TargetName == name) ? $"{DraftText.Quoted(name.ToString())} is taken in the target"
            : null;
    }

    private static TablePair Existing(LiveTable source, LiveTable target) =>
        new(source, DraftKey.Of(source)!.Name, target, target.Name, DraftKey.Of(target)!.Name, source.Name.Name != target.Name.Name);

    private static TablePair Created(LiveTable source)
    {
        var key = DraftKey.Of(source)!.Name;
        return new(source, key, null, NewName(source), key, false);
    }

    private static TableName NewName(LiveTable source) =>
        new(TableName.DefaultSchema, string.Join('_', source.Name.Name.Split('_').Select(word => word is "old" or "legacy" ? "new" : word)));
}
