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

    public static bool IsInteger(LiveColumn column) => Integers.ContainsKey(column.BaseType);

    /// <summary>For comparing keys of one kind: how much of the other's values a column can hold.</summary>
    public static int Width(LiveColumn key) => Integers.TryGetValue(key.BaseType, out var bytes) ? bytes : key.MaxLength ?? int.MaxValue;

    /// <summary>Whether keys go into the target under a policy; null for yes.</summary>
    public static TypeProblem? Of(KeyPolicy policy, LiveColumn from, LiveColumn to) => policy switch
    {
        KeyPolicy.Offset when !IsInteger(from) || !IsInteger(to) =>
            new("integers on both sides, as a number is added to each key", "Write \"keys\": \"assign\" for new keys, or \"preserve\"."),
        KeyPolicy.Offset => null,
        KeyPolicy.Assign when to.BaseType == "uuid" || (IsInteger(to) && (to.HasSequence || to.IsIdentity)) => null,
        KeyPolicy.Assign =>
            new("a target that numbers its rows itself (an identity, or a sequence as default), or a uuid", $"Make \"{to.Name}\" an identity, or write \"keys\": \"preserve\"."),
        _ => Of(from, to),
    };

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
