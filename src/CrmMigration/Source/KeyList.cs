using System.Runtime.InteropServices;

namespace CrmMigration.Source;

/// <summary>Keys in the order they were added, in the form PostgreSQL takes as one array: bigint[] or text[].</summary>
internal sealed class KeyList(KeyKind kind)
{
    private readonly List<long> numbers = [];
    private readonly List<string> texts = [];

    public int Count => kind.IsInteger() ? numbers.Count : texts.Count;

    public bool AreNumbers => kind.IsInteger();

    public ReadOnlySpan<long> NumberSpan => CollectionsMarshal.AsSpan(numbers);

    public ReadOnlySpan<string> TextSpan => CollectionsMarshal.AsSpan(texts);

    /// <summary>The value of an integer key array parameter; null for text keys.</summary>
    public long[]? Numbers => kind.IsInteger() ? [.. numbers] : null;

    /// <summary>The value of a text key array parameter; null for integer keys.</summary>
    public string[]? Texts => kind.IsInteger() ? null : [.. texts];

    public SourceKey this[int index] => kind.IsInteger() ? new(numbers[index]) : new(texts[index]);

    public void RemoveLast()
    {
        if (kind.IsInteger())
        {
            numbers.RemoveAt(numbers.Count - 1);
        }
        else
        {
            texts.RemoveAt(texts.Count - 1);
        }
    }

    public IEnumerable<SourceKey> All => kind.IsInteger() ? numbers.Select(number => new SourceKey(number)) : texts.Select(text => new SourceKey(text));

    public void Add(SourceKey key)
    {
        if (key.Text is null)
        {
            numbers.Add(key.Number);
        }
        else
        {
            texts.Add(key.Text);
        }
    }
}
