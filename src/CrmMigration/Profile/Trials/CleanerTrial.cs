using System.Runtime.InteropServices;
using CrmMigration.Clean;

namespace CrmMigration.Profile.Trials;

/// <summary>What one cleaner would make of the values of one column.</summary>
internal sealed class CleanerTrial(Cleaner cleaner)
{
    private readonly Dictionary<Rule, long> refused = [];
    private readonly Dictionary<Rule, long> corrected = [];

    public Cleaner Cleaner => cleaner;

    public long Unchanged { get; private set; }

    /// <summary>Spaces, letter case or notation, and nothing lost.</summary>
    public long Tidied { get; private set; }

    /// <summary>By rule: kept, but not whole or not as it was.</summary>
    public IReadOnlyDictionary<Rule, long> Corrected => corrected;

    /// <summary>By rule: nothing of it can be used.</summary>
    public IReadOnlyDictionary<Rule, long> Refused => refused;

    /// <param name="destination">Has the room that the cleaner asks for.</param>
    public void Try(ReadOnlySpan<char> text, Span<char> destination)
    {
        var cleaned = cleaner.Clean(text, destination);
        if (cleaned.Rule is { } rule)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(cleaned.Length == 0 ? refused : corrected, rule, out _)++;
        }
        else if (text.SequenceEqual(destination[..cleaned.Length]))
        {
            Unchanged++;
        }
        else if (cleaned.Length > 0)
        {
            Tidied++;
        }
    }

    public void MergeFrom(CleanerTrial other)
    {
        Unchanged += other.Unchanged;
        Tidied += other.Tidied;
        Merge(refused, other.refused);
        Merge(corrected, other.corrected);
    }

    private static void Merge(Dictionary<Rule, long> into, Dictionary<Rule, long> from)
    {
        foreach (var (rule, count) in from)
        {
            into[rule] = count + into.GetValueOrDefault(rule);
        }
    }
}
