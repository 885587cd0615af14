using Dapper;
using Npgsql;

namespace CrmMigration.Plan;

/// <summary>
/// Reads what a database's catalog says of its tables (PostgreSQL 14 to 18; ordinary rights are enough). Names are looked up exactly as
/// given: no search path, no folding to lower case.
/// </summary>
public sealed class Catalog(NpgsqlDataSource database)
{
    public Task<LiveDatabase> ReadDatabase(CancellationToken cancellation) =>
        Reading((connection, transaction) => connection.QuerySingleAsync<LiveDatabase>(Command(nameof(ReadDatabase), null, transaction, cancellation)), cancellation);

    /// <summary>The user's tables and partitioned tables, without partitions and what belongs to extensions or to this product.</summary>
    public Task<IReadOnlyList<TableName>> ReadTableNames(CancellationToken cancellation) =>
        Reading<IReadOnlyList<TableName>>(
            async (connection, transaction) => [.. await connection.QueryAsync<TableName>(Command(nameof(ReadTableNames), null, transaction, cancellation))],
            cancellation);

    /// <summary>The tables, views and foreign tables among the names; those that do not exist are absent from the answer.</summary>
    public Task<IReadOnlyList<LiveTable>> ReadTables(IReadOnlyCollection<TableName> names, CancellationToken cancellation) =>
        Reading((connection, transaction) => new CatalogRows(connection, transaction, cancellation).Read(names), cancellation);

    /// <summary>Null when there is no such schema.</summary>
    public Task<bool?> CanCreateTablesIn(string schema, CancellationToken cancellation) =>
        Reading(
            (connection, transaction) =>
                connection.QuerySingleOrDefaultAsync<bool?>(Command(nameof(CanCreateTablesIn), new { schema }, transaction, cancellation)),
            cancellation);

    /// <summary>Those of the types, as <see cref="LiveColumn.PlainType"/> writes them, that this database does not know.</summary>
    public Task<IReadOnlyList<string>> ReadMissingTypes(IReadOnlyCollection<string> types, CancellationToken cancellation) =>
        Reading<IReadOnlyList<string>>(
            async (connection, transaction) =>
                [.. await connection.QueryAsync<string>(Command(nameof(ReadMissingTypes), new { types = types.ToArray() }, transaction, cancellation))],
            cancellation);

    internal static CommandDefinition Command(string member, object? parameters, NpgsqlTransaction transaction, CancellationToken cancellation) =>
        new(SqlText.Of($"Plan/{member}.sql"), parameters, transaction, cancellationToken: cancellation);

    /// <summary>One snapshot, and no search path: types outside pg_catalog are then always written with their schema.</summary>
    private async Task<T> Reading<T>(Func<NpgsqlConnection, NpgsqlTransaction, Task<T>> read, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
        await connection.ExecuteAsync(Command("HideSearchPath", null, transaction, cancellation));
        return await read(connection, transaction);
    }
}
