using CrmMigration.Source;

namespace CrmMigration.Map;

/// <summary>Gives each row the number that it was given before, else a new one. Not for use by two threads.</summary>
/// <param name="source">The kind of the rows' own keys.</param>
/// <param name="known">Numbers that were given before, by key.</param>
/// <param name="draw">Takes so many new numbers, which nobody else will ever get.</param>
internal sealed class AssignedKeys(KeyKind source, TargetKeys known, Func<int, long[]> draw) : KeyPlacement
{
    private const int LargestDraw = 10_000;

    private long[] drawn = [];
    private int next;
    private int wanted = 100;
    private bool lastIsNew;

    /// <summary>For work that places one row more than once: finds what was newly given. Null where every row is placed once.</summary>
    public Dictionary<SourceKey, SourceKey>? New { get; init; }

    /// <summary>The rows that got a new number, to be entered in the books by the transaction that brings them to the target.</summary>
    public KeyList Keys { get; } = new(source);

    /// <summary>Their numbers, side by side.</summary>
    public KeyList Numbers { get; } = new(KeyKind.Int64);

    public override SourceKey? Place(SourceKey key)
    {
        lastIsNew = false;
        if (known.Find(key) is { } before)
        {
            return before;
        }

        if (New is { } given && given.TryGetValue(key, out var again))
        {
            return again;
        }

        if (next == drawn.Length)
        {
            (drawn, next) = (draw(wanted), 0);
            wanted = Math.Min(wanted * 4, LargestDraw);
        }

        lastIsNew = true;
        Keys.Add(key);
        var number = new SourceKey(drawn[next++]);
        Numbers.Add(number);
        New?.Add(key, number);
        return number;
    }

    /// <summary>Its new number goes to the next row.</summary>
    public override void TakeBack()
    {
        if (lastIsNew)
        {
            lastIsNew = false;
            next--;
            Keys.RemoveLast();
            Numbers.RemoveLast();
        }
    }
}
