using CrmMigration.Map;
using CrmMigration.Rehearse;
using Npgsql;

namespace CrmMigration.Load;

/// <summary>Tells faults of a single row from faults of the work, and puts them in plain words without the row's values.</summary>
internal static class RowFault
{
    /// <summary>Class 22 (data), 23 (constraints), 44 (view check) and what a trigger raises: one row is to blame, the others can go on.</summary>
    public static bool IsRowFault(this PostgresException fault) =>
        fault.SqlState[..2] is "22" or "23" or "44" || fault.SqlState is "P0001" or "P0004";

    /// <param name="names">Of the constraints, where rows do not go to the target itself.</param>
    public static Rejection ToRejection(PostgresException fault, ConstraintNames names) => new(
        $"target.{RuleOf(fault.SqlState)}",
        string.IsNullOrEmpty(fault.ColumnName) ? null : fault.ColumnName,
        ReasonOf(fault, names.Known(fault.ConstraintName)),
        fault.SqlState);

    private static string RuleOf(string state) => state switch
    {
        PostgresErrorCodes.UniqueViolation => "not-unique",
        PostgresErrorCodes.NotNullViolation => "null",
        PostgresErrorCodes.ForeignKeyViolation => "no-parent",
        PostgresErrorCodes.CheckViolation => "check",
        PostgresErrorCodes.ExclusionViolation => "exclusion",
        PostgresErrorCodes.StringDataRightTruncation => "too-long",
        PostgresErrorCodes.NumericValueOutOfRange => "out-of-range",
        PostgresErrorCodes.CharacterNotInRepertoire => "bad-character",
        "P0001" or "P0004" => "trigger",
        _ => "refused",
    };

    private static string ReasonOf(PostgresException fault, string? constraint) => fault.SqlState switch
    {
        PostgresErrorCodes.UniqueViolation => $"Another row of the target has the same value where {Constraint(constraint)} allows it once.",
        PostgresErrorCodes.NotNullViolation => $"The target's column {fault.ColumnName} takes no NULL.",
        PostgresErrorCodes.ForeignKeyViolation => $"The target has no row that {Constraint(constraint)} asks for.",
        PostgresErrorCodes.CheckViolation => $"The row does not satisfy {Constraint(constraint)} of the target.",
        PostgresErrorCodes.ExclusionViolation => $"The row conflicts with another under {Constraint(constraint)} of the target.",
        PostgresErrorCodes.StringDataRightTruncation => "A value is too long for its column in the target.",
        PostgresErrorCodes.NumericValueOutOfRange => "A number is out of range for its column in the target.",
        PostgresErrorCodes.CharacterNotInRepertoire => "A text holds bytes that are no character in the target's encoding.",
        "P0001" or "P0004" => "A trigger of the target refused the row.",
        _ => $"The target refused the row with SQLSTATE {fault.SqlState}.",
    };

    private static string Constraint(string? name) => string.IsNullOrEmpty(name) ? "a constraint" : $"the constraint {name}";
}
