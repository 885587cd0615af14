namespace CrmMigration.Plan;

/// <summary>How a condition compares a column, by the names that the plan writes in camelCase.</summary>
public enum ConditionTest
{
    In,
    NotIn,
    Equals,
    NotEquals,
    LessThan,
    AtMost,
    GreaterThan,
    AtLeast,
    IsNull,
    IsNotNull,
}
