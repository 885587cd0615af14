using System.Diagnostics;
using Npgsql;

namespace CrmMigration;

/// <summary>
/// Words for an exception that is nobody's input mistake. No exception's message is printed: it may quote a value of a row
/// (PostgreSQL's does in <c>invalid input syntax</c>, .NET's in <c>FormatException</c>), so type, SQLSTATE and place must do.
/// </summary>
public static class FaultWords
{
    private const string DebugSetting = "CRM_MIGRATION_DEBUG";

    public static string Describe(Exception fault) => Chain(fault).FirstOrDefault(IsKnown) switch
    {
        null => $"Bug: {fault.GetType().Name}{Place(fault)}. Please report it; set {DebugSetting}=1 for the stack trace." + Trace(fault),
        PostgresException refused => $"PostgreSQL refused: SQLSTATE {refused.SqlState}{About(refused)}. "
            + "The sentence for this code stands in PostgreSQL's documentation, appendix A, and in the server's log." + Trace(fault),
        NpgsqlException lost => $"The connection to PostgreSQL failed ({(lost.InnerException ?? lost).GetType().Name}). Is the server up and reachable?" + Trace(fault),
        var own => own.Message + Trace(fault),
    };

    // The engine's own exceptions are written for people and hold no value of a row.
    private static bool IsKnown(Exception fault) => fault is NpgsqlException || fault.GetType().Assembly == typeof(MigrationEngine).Assembly;

    private static IEnumerable<Exception> Chain(Exception fault)
    {
        for (var one = fault; one is not null; one = one.InnerException)
        {
            yield return one;
        }
    }

    private static string About(PostgresException refused)
    {
        string?[] parts =
        [
            refused.TableName is { } table ? $"table {table}" : null,
            refused.ColumnName is { } column ? $"column {column}" : null,
            refused.ConstraintName is { } constraint ? $"constraint {constraint}" : null,
        ];
        var known = string.Join(", ", parts.Where(part => part is not null));
        return known.Length == 0 ? "" : $" ({known})";
    }

    private static string Place(Exception fault)
    {
        var method = new StackTrace(fault).GetFrames()
            .Select(frame => DiagnosticMethodInfo.Create(frame))
            .FirstOrDefault(one => one?.DeclaringTypeName?.StartsWith("CrmMigration.", StringComparison.Ordinal) == true);
        return method is null ? "" : $" in {method.DeclaringTypeName}.{method.Name}";
    }

    private static string Trace(Exception fault) => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(DebugSetting))
        ? ""
        : string.Concat(Chain(fault).Select(one => $"{Environment.NewLine}{one.GetType().FullName}{Environment.NewLine}{one.StackTrace}")) + Environment.NewLine;
}
