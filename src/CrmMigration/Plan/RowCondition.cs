namespace CrmMigration.Plan;

/// <summary>What a source row must meet to be moved. One that does not is left out, under the rule's name.</summary>
/// <param name="Rule">The name that books and reports give the rows left out.</param>
/// <param name="Column">Source column, of any type that has the comparison.</param>
/// <param name="Values">What it is compared with, read by the source as the column's type; one for most comparisons, none for the null tests.</param>
public sealed record RowCondition(string Rule, string Column, ConditionTest Test, IReadOnlyList<string> Values)
{
    /// <summary>
    /// An SQL expression over the source table, never null. NULL meets what denies (<c>notIn</c>, <c>notEquals</c>, <c>isNull</c>) and nothing
    /// else.
    /// </summary>
    public string Sql => Test switch
    {
        ConditionTest.IsNull => $"{Name} is null",
        ConditionTest.IsNotNull => $"{Name} is not null",
        ConditionTest.In => $"({Name} in ({Literals})) is true",
        ConditionTest.NotIn => $"({Name} in ({Literals})) is not true",
        ConditionTest.Equals => $"({Name} = {Literals}) is true",
        ConditionTest.NotEquals => $"({Name} = {Literals}) is not true",
        ConditionTest.LessThan => $"({Name} < {Literals}) is true",
        ConditionTest.AtMost => $"({Name} <= {Literals}) is true",
        ConditionTest.GreaterThan => $"({Name} > {Literals}) is true",
        _ => $"({Name} >= {Literals}) is true",
    };

    private string Name => SqlName.Quote(Column);

    private string Literals => string.Join(", ", Values.Select(SqlName.Literal));
}
