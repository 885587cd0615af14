namespace CrmMigration.Plan.Checking;

/// <summary>Which columns can be keys, and which source keys go into which target keys.</summary>
internal static class KeyRule
{
    public const string Supported = "smallint, integer, bigint, uuid, text or varchar";

    /// <summary>Integers by their width in bytes.</summary>
    private static readonly Dictionary<string, int> Integers = new() { ["int2"] = 2, ["int4"] = 4, ["int8"] = 8 };

    public static bool Supports(LiveColumn column) => Integers.ContainsKey(column.BaseType) || column.BaseType is "uuid" or "text" or "varchar";

    /// <summary>text and varchar are one kind: their values are compared alike.</summary>
    public static bool SameKind(LiveColumn one, LiveColumn other) => Kind(one) == Kind(other);

    /// <summary>An integer may go into a wider one: the key is decoded on its way.</summary>
    public static TypeProblem? Of(LiveColumn from, LiveColumn to)
    {
        if (Integers.TryGetValue(from.BaseType, out var bytes) && Integers.TryGetValue(to.BaseType, out var room))
        {
            return bytes <= room ? null : new($"an integer at least as wide: {from.PlainType}", $"Widen \"{to.Name}\" from {to.Type} to {from.PlainType}.");
        }

        return SameKind(from, to)
            ? CopyRule.LengthProblem(from, to)
            : new($"keys of one kind: {from.PlainType}", $"Change \"{to.Name}\" to {from.PlainType}, or name another key column.");
    }

    private static string Kind(LiveColumn column) => column.BaseType == "varchar" ? "text" : column.BaseType;
}
