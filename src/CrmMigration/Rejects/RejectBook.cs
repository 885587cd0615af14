using CrmMigration.Map;
using CrmMigration.Source;

namespace CrmMigration.Rejects;

/// <summary>The rejected rows of one partition, by reason: a key takes a few bytes, so that a partition may be rejected as a whole.</summary>
internal sealed class RejectBook(KeyKind kind)
{
    private readonly Dictionary<Rejection, Group> groups = [];
    private readonly HashSet<SourceKey> refused = [];

    public IEnumerable<KeyValuePair<Rejection, Group>> Groups => groups;

    public void Add(SourceKey key, Rejection rejection)
    {
        var reason = rejection.Suggestion is null ? rejection : rejection with { Suggestion = null };
        if (!groups.TryGetValue(reason, out var group))
        {
            groups[reason] = group = new(new(kind), []);
        }

        if (rejection.Suggestion is { } suggestion)
        {
            group.Suggestions[key] = suggestion;
        }

        group.Keys.Add(key);
    }

    /// <summary>The same for a row that the target refused.</summary>
    public void AddRefused(SourceKey key, Rejection rejection)
    {
        Add(key, rejection);
        refused.Add(key);
    }

    /// <summary>Whether the target refused the row.</summary>
    public bool IsRefused(SourceKey key) => refused.Contains(key);

    /// <summary>The rows that one reason rejected; suggestions only of those that have one.</summary>
    internal sealed record Group(KeyList Keys, Dictionary<SourceKey, string> Suggestions);
}
