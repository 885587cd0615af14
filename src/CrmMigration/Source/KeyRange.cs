namespace CrmMigration.Source;

/// <summary>
/// A range of source keys: above <see cref="After"/>, up to and with <see cref="Through"/>, in the source's own order of that column.
/// Null is open: the first partition has no lower end and the last no upper one, so a row that comes later still belongs to exactly one.
/// </summary>
public sealed record KeyRange(string? After, string? Through)
{
    /// <summary>The condition on the quoted column. Literals are untyped, so the server reads them as the column's own type.</summary>
    public string Condition(string quotedColumn) => (After, Through) switch
    {
        (null, null) => "true",
        (null, { } through) => $"{quotedColumn} <= {SqlName.Literal(through)}",
        ({ } after, null) => $"{quotedColumn} > {SqlName.Literal(after)}",
        ({ } after, { } through) => $"{quotedColumn} > {SqlName.Literal(after)} and {quotedColumn} <= {SqlName.Literal(through)}",
    };
}
