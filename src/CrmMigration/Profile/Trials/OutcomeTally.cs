using CrmMigration.Profile.Tally;
using CrmMigration.Source;

namespace CrmMigration.Profile.Trials;

/// <summary>How many rows a rule would meet, the first of their keys, and the shapes of the values at fault.</summary>
internal sealed class OutcomeTally
{
    private const int KeysHeld = 3;
    private const int ShapesHeld = 256;

    private readonly List<SourceKey> keys = [];

    public long Rows { get; private set; }

    public IReadOnlyList<SourceKey> Keys => keys;

    public FrequentShapes Shapes { get; } = new(ShapesHeld);

    public void Add(KeyKind kind, ReadOnlySpan<byte> key)
    {
        Rows++;
        if (keys.Count < KeysHeld)
        {
            keys.Add(kind.Read(key));
        }
    }

    /// <summary>The other's rows come behind these.</summary>
    public void MergeFrom(OutcomeTally other)
    {
        Rows += other.Rows;
        keys.AddRange(other.keys.Take(KeysHeld - keys.Count));
        Shapes.MergeFrom(other.Shapes);
    }
}
