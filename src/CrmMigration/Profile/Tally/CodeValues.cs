using System.Runtime.InteropServices;

namespace CrmMigration.Profile.Tally;

/// <summary>The values of a column with their counts, while they are few and short enough to be codes; nothing at all otherwise.</summary>
internal sealed class CodeValues
{
    public const int MostValues = 20;

    private const int LongestValue = 48;

    private Dictionary<ulong, (byte[] Value, long Count)>? values = [];

    /// <summary>Null when there are too many, or one was too long. The bytes are those that COPY sends.</summary>
    public IReadOnlyCollection<(byte[] Value, long Count)>? Counts => values?.Values;

    public void Add(ulong hash, ReadOnlySpan<byte> value)
    {
        if (values is null)
        {
            return;
        }

        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(values, hash, out var known);
        if (known)
        {
            entry.Count++;
        }
        else
        {
            entry = (value.ToArray(), 1);
            values = values.Count > MostValues || value.Length > LongestValue ? null : values;
        }
    }

    public void MergeFrom(CodeValues other)
    {
        if (values is null || other.values is null)
        {
            values = null;
            return;
        }

        foreach (var (hash, (value, count)) in other.values)
        {
            values[hash] = (value, count + values.GetValueOrDefault(hash).Count);
        }

        values = values.Count > MostValues ? null : values;
    }
}
