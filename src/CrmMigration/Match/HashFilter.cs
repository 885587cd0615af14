using System.Numerics;

namespace CrmMigration.Match;

/// <summary>A bit for each of some hashes, in sixteen times as many: what it has not, is none of them (a Bloom filter of one hash). The lowest bit of a hash is not looked at.</summary>
internal sealed class HashFilter
{
    private readonly ulong[] bits;

    public HashFilter(IReadOnlyCollection<ulong> hashes)
    {
        bits = new ulong[Math.Max(1, BitOperations.RoundUpToPowerOf2((uint)hashes.Count) / 4)];
        foreach (var hash in hashes)
        {
            bits[Place(hash)] |= Bit(hash);
        }
    }

    public bool MayHave(ulong hash) => (bits[Place(hash)] & Bit(hash)) != 0;

    private static ulong Bit(ulong hash) => 1UL << (int)(hash >> 1);

    private int Place(ulong hash) => (int)((hash >> 7) & (ulong)(bits.Length - 1));
}
