namespace CrmMigration.Match;

/// <summary>A hash and where its pair stands: the block's number in the high half, the offset in the low one. Orders by hash.</summary>
internal readonly record struct HashedPlace(ulong Hash, long Place) : IComparable<HashedPlace>
{
    public int CompareTo(HashedPlace other) => Hash.CompareTo(other.Hash);
}
