using Npgsql;

namespace CrmMigration.Plan.Checking;

/// <summary>What a source's server says of the expressions that a plan has it compute: casts and conditions. No row is read.</summary>
internal static class SourceFaults
{
    /// <summary>The server's message for each expression over the table that it refuses.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> Read(
        NpgsqlDataSource source, LiveTable table, IEnumerable<string> expressions, CancellationToken cancellation)
    {
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var expression in expressions.Distinct())
        {
            try
            {
                await using var command = source.CreateCommand($"select {expression} from {table.Name.Sql} limit 0");
                await command.ExecuteNonQueryAsync(cancellation);
            }
            catch (PostgresException refused) when (IsMistake(refused))
            {
                faults[expression] = refused.MessageText;
            }
        }

        return faults;
    }

    /// <summary>The expressions of a source whose columns are there.</summary>
    public static IEnumerable<string> ExpressionsOf(SourcePlan source, LiveTable table)
    {
        var casts = (source.Fields ?? []).SelectMany(field => field.From.Select(name => (Name: name, field.Cast)));
        return casts
            .Where(cast => cast.Cast is not null && table.Column(cast.Name) is not null)
            .Select(cast => cast.Cast!.Of(table.Column(cast.Name)!).ReadSql)
            .Concat(source.When.Where(condition => table.Column(condition.Column) is not null).Select(condition => condition.Sql));
    }

    // Class 22 is a value of the plan that the column's type cannot read; class 42 an operator or a cast that does not exist.
    private static bool IsMistake(PostgresException fault) => fault.SqlState[..2] is "22" or "42" && fault.SqlState != PostgresErrorCodes.InsufficientPrivilege;
}
