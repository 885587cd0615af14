namespace CrmMigration.Plan.Checking;

/// <summary>
/// May a column travel unchanged? It does so as the raw bytes of binary COPY, so both sides need one type, and a target at least as wide.
/// text, varchar and char share their bytes and go into one another.
/// </summary>
internal static class CopyRule
{
    /// <summary>They travel as a number that means another thing, or nothing, in another database.</summary>
    private static readonly HashSet<string> Aliases =
    [
        "regclass", "regcollation", "regconfig", "regdictionary", "regnamespace", "regoper", "regoperator", "regproc", "regprocedure",
        "regrole",
        "regtype",
    ];

    public static TypeProblem? Of(LiveColumn from, LiveColumn to)
    {
        if (!from.HasBinaryForm || Aliases.Contains(from.BaseType.TrimStart('_')))
        {
            return new($"a type that binary COPY carries to another database (not {from.PlainType})", "Leave the column out, or cast it to text in the source.");
        }

        if (IsPlainText(from) && IsPlainText(to))
        {
            return LengthProblem(from, to);
        }

        if (from.BaseType != to.BaseType)
        {
            return new($"the same type on both sides: {from.PlainType}", $"Change \"{to.Name}\" to {from.PlainType}, or leave the field out.");
        }

        return TypeModifier.Fits(from, to)
            ? null
            : new($"a target at least as wide, and of the same scale: {from.PlainType}", $"Widen \"{to.Name}\" to {from.PlainType}.");
    }

    /// <summary>Also for keys: null when every text of the source column fits.</summary>
    public static TypeProblem? LengthProblem(LiveColumn from, LiveColumn to) =>
        to.MaxLength is { } room && (from.MaxLength is not { } longest || longest > room)
            ? new($"a target at least as wide: {from.PlainType}", $"Widen \"{to.Name}\" from {to.Type} to {from.PlainType}.")
            : null;

    /// <summary>char(n) is padded with blanks, so a value changes its length when only one side is char(n).</summary>
    public static bool ChangesPadding(LiveColumn from, LiveColumn to) =>
        IsPlainText(from) && IsPlainText(to) && (from.BaseType == "bpchar" || to.BaseType == "bpchar")
        && (from.BaseType != to.BaseType || from.MaxLength != to.MaxLength);

    private static bool IsPlainText(LiveColumn column) => column.BaseType is "text" or "varchar" or "bpchar";
}
