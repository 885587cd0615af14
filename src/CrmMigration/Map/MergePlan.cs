using CrmMigration.Source;

namespace CrmMigration.Map;

/// <summary>For one partition: which of its rows give way to a survivor, and which are survivors of whom; all by their keys in the source. Members stand in the order of their sources and keys.</summary>
internal sealed class MergePlan
{
    private readonly Dictionary<SourceKey, SourceKey> survivorOf = [];
    private readonly Dictionary<SourceKey, List<RowId>> membersOf = [];

    public static MergePlan None { get; } = new();

    /// <summary>The members of each survivor of this partition.</summary>
    public IReadOnlyDictionary<SourceKey, List<RowId>> Clusters => membersOf;

    /// <param name="survivor">Its key in the target.</param>
    public void AddMember(SourceKey member, SourceKey survivor) => survivorOf[member] = survivor;

    public void AddSurvivor(SourceKey survivor, RowId member)
    {
        if (!membersOf.TryGetValue(survivor, out var members))
        {
            membersOf[survivor] = members = [];
        }

        members.Add(member);
    }

    /// <param name="survivor">Its key in the target.</param>
    public bool GivesWay(SourceKey key, out SourceKey survivor) => survivorOf.TryGetValue(key, out survivor);

    public bool Survives(SourceKey key) => membersOf.ContainsKey(key);

    public IReadOnlyList<RowId> MembersOf(SourceKey survivor) => membersOf[survivor];
}
