using Dapper;
using Npgsql;

namespace CrmMigration.Schema;

/// <summary>What the role of a connection may do with the schema crm_migration, where it is, and to make it, where it is not.</summary>
/// <param name="Owner">Of the schema; null where there is none.</param>
/// <param name="MayStage">Temporary tables, in which batches of rows are sent.</param>
/// <param name="IsInstalled">The schema holds the tables of the books.</param>
/// <param name="Missing">Privileges that it lacks on some table of the books: <c>insert, delete</c>; null when it lacks none.</param>
internal sealed record BookRights(
    string Role, string Database, string? Owner, bool MayStage, bool MayCreateSchema, bool MayUse, bool MayCreateTables, bool IsInstalled, string? Missing)
{
    public static async Task<BookRights> Read(NpgsqlDataSource target, CancellationToken cancellation)
    {
        await using var connection = await target.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleAsync<BookRights>(new CommandDefinition(SqlText.Of("Schema/ReadRights.sql"), cancellationToken: cancellation));
    }

    /// <summary>What is missing for a run, in words that name neither role nor database.</summary>
    /// <param name="makesTables">The run loads tables in the schema before it reveals them.</param>
    public IEnumerable<BookGap> OfRun(string connection, bool makesTables)
    {
        if (!MayStage)
        {
            yield return new(
                $"the role of {connection} may not make temporary tables", "the privilege temporary on the database, to send batches of rows",
                "Grant it: grant temporary on the database to the role.");
        }

        foreach (var gap in OfSchema(connection, "the database", "the role"))
        {
            yield return gap;
        }

        if (Owner is not null && !MayCreateTables && (makesTables || !IsInstalled))
        {
            yield return new(
                $"the role of {connection} may not create tables in the schema crm_migration", "the privilege create on that schema",
                "Grant it: grant create on schema crm_migration to the role.");
        }
    }

    /// <summary>One sentence about a refusal that was met, with the grant as it is to be given.</summary>
    public string Explain(string connection)
    {
        var role = SqlName.Quote(Role);
        BookGap[] gaps = [.. OfSchema(connection, $"database {SqlName.Quote(Database)}", role)];
        return gaps.Length > 0
            ? string.Join(' ', gaps.Select(gap => $"{char.ToUpperInvariant(gap.Found[0])}{gap.Found[1..]}. {gap.Fix}"))
            : $"The role of {connection} may not change a table of the schema crm_migration that belongs to another role. Use that role in {connection}, or make "
                + $"this one a member of it: grant {SqlName.Quote(Owner ?? "owner")} to {role}.";
    }

    private IEnumerable<BookGap> OfSchema(string connection, string database, string role)
    {
        if (Owner is null && !MayCreateSchema)
        {
            yield return new(
                $"the role of {connection} may not create the schema crm_migration, where a run keeps its books", "the privilege create on the database, for the first run",
                $"Grant it once: grant create on {database} to {role}; or create the schema for it: create schema crm_migration authorization {role}.");
        }

        if (Owner is not null && !MayUse)
        {
            yield return new(
                $"the role of {connection} may not use the schema crm_migration, which belongs to another role", "the privilege usage on that schema",
                $"Grant it: grant usage on schema crm_migration to {role}.");
        }

        if (Missing is not null)
        {
            yield return new(
                $"the role of {connection} may not {Missing} in all tables of the schema crm_migration", $"the privileges {Missing} on them",
                $"Grant them: grant {Missing} on all tables in schema crm_migration to {role}.");
        }
    }
}
