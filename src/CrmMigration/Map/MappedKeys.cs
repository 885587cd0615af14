using System.IO.Hashing;
using System.Runtime.InteropServices;
using CrmMigration.Source;

namespace CrmMigration.Map;

/// <summary>
/// Rows whose key in the target is a number that was given to them, in little room: keys that follow one another as their numbers do are
/// one run (20 bytes); a text is its 128-bit hash beside the number (24 bytes). Two texts have one hash with a chance of n² / 2^129.
/// </summary>
internal sealed class MappedKeys : TargetKeys
{
    private readonly List<KeyRun> runs = [];
    private readonly List<UInt128> hashes = [];
    private readonly List<long> targets = [];

    public override void Add(SourceKey[] keys, SourceKey[]? targets)
    {
        if (keys is [{ Text: not null }, ..])
        {
            hashes.AddRange(keys.Select(Hash));
            this.targets.AddRange(targets!.Select(target => target.Number));
            return;
        }

        var numbers = Array.ConvertAll(keys, key => key.Number);
        var places = Array.ConvertAll(targets!, target => target.Number);
        Array.Sort(numbers, places);
        for (var i = 0; i < numbers.Length; i++)
        {
            if (i > 0 && runs[^1].GoesOnWith(numbers[i], places[i]))
            {
                runs[^1] = runs[^1] with { Count = runs[^1].Count + 1 };
            }
            else
            {
                runs.Add(new(numbers[i], places[i], 1));
            }
        }
    }

    public override void Close()
    {
        runs.Sort((left, right) => left.First.CompareTo(right.First));
        CollectionsMarshal.AsSpan(hashes).Sort(CollectionsMarshal.AsSpan(targets));
    }

    public override SourceKey? Find(SourceKey key)
    {
        if (key.Text is not null)
        {
            var place = hashes.BinarySearch(Hash(key));
            return place < 0 ? null : new SourceKey(targets[place]);
        }

        var run = runs.BinarySearch(new(key.Number, 0, 0), KeyRun.ByFirst);
        run = run < 0 ? ~run - 1 : run;
        return run >= 0 && key.Number - runs[run].First < runs[run].Count ? new SourceKey(runs[run].Target + (key.Number - runs[run].First)) : null;
    }

    private static UInt128 Hash(SourceKey key) => XxHash128.HashToUInt128(MemoryMarshal.AsBytes(key.Text.AsSpan()));

    /// <summary>So many keys from the first on, each with the number after that of the one before it.</summary>
    private readonly record struct KeyRun(long First, long Target, int Count)
    {
        public static IComparer<KeyRun> ByFirst { get; } = Comparer<KeyRun>.Create((left, right) => left.First.CompareTo(right.First));

        public bool GoesOnWith(long key, long target) => key == First + Count && target == Target + Count;
    }
}
