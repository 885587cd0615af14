using CrmMigration.Source;

namespace CrmMigration.Map;

/// <summary>For one partition: which of its rows give way to a survivor, and which are survivors of whom. Members stand in key order.</summary>
internal sealed class MergePlan
{
    private readonly Dictionary<SourceKey, SourceKey> survivorOf = [];
    private readonly Dictionary<SourceKey, List<SourceKey>> membersOf = [];

    public static MergePlan None { get; } = new();

    public IReadOnlyDictionary<SourceKey, List<SourceKey>> Clusters => membersOf;

    public void AddMember(SourceKey member, SourceKey survivor) => survivorOf[member] = survivor;

    public void AddSurvivor(SourceKey survivor, SourceKey member)
    {
        if (!membersOf.TryGetValue(survivor, out var members))
        {
            membersOf[survivor] = members = [];
        }

        members.Add(member);
    }

    public bool GivesWay(SourceKey key, out SourceKey survivor) => survivorOf.TryGetValue(key, out survivor);

    public bool Survives(SourceKey key) => membersOf.ContainsKey(key);

    public IReadOnlyList<SourceKey> MembersOf(SourceKey survivor) => membersOf[survivor];
}
