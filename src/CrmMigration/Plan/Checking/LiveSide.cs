using Npgsql;

namespace CrmMigration.Plan.Checking;

/// <summary>One database of the plan, with those of its tables that the plan names.</summary>
/// <param name="Connection">The connection's name, for messages.</param>
/// <param name="Names">All tables, to suggest the nearest; read only when one is missing.</param>
internal sealed record LiveSide(string Connection, LiveDatabase Database, IReadOnlyDictionary<TableName, LiveTable> Tables, IReadOnlyList<TableName> Names)
{
    public static async Task<LiveSide> Read(string connection, NpgsqlDataSource source, IReadOnlyCollection<TableName> wanted, CancellationToken cancellation)
    {
        var catalog = new Catalog(source);
        var tables = (await catalog.ReadTables(wanted, cancellation)).ToDictionary(table => table.Name);
        var names = wanted.All(tables.ContainsKey) ? [] : await catalog.ReadTableNames(cancellation);
        return new(connection, await catalog.ReadDatabase(cancellation), tables, names);
    }
}
