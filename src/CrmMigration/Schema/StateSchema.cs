using System.Globalization;
using Dapper;
using Npgsql;

namespace CrmMigration.Schema;

/// <summary>The schema crm_migration in the target database, made by numbered scripts. Each script runs once, in its own number's order.</summary>
internal static class StateSchema
{
    private const string Folder = "Schema/Versions/";

    /// <summary>The newest version that this program knows.</summary>
    public static int Version => Scripts()[^1].Version;

    /// <summary>Installs what is missing, in one transaction; does nothing when all is there. Two at once wait for each other.</summary>
    /// <exception cref="InvalidSettingException">The schema is newer than this program.</exception>
    public static async Task Install(NpgsqlDataSource target, CancellationToken cancellation)
    {
        await using var connection = await target.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync(SqlText.Of("Schema/LockInstallation.sql"));
        if (!await IsInstalled(connection))
        {
            await CreateSchema(connection);
            await connection.ExecuteAsync(SqlText.Of("Schema/CreateVersions.sql"));
        }

        var installed = await connection.ExecuteScalarAsync<int>(SqlText.Of("Schema/ReadVersion.sql"));
        var scripts = Scripts();
        if (installed > scripts[^1].Version)
        {
            throw new InvalidSettingException(
                $"The schema crm_migration of the target is at version {installed}, this program knows {scripts[^1].Version}. Use the program that installed it, or a newer one.");
        }

        foreach (var (version, path) in scripts.Where(script => script.Version > installed))
        {
            await connection.ExecuteAsync(SqlText.Of(path));
            await connection.ExecuteAsync(SqlText.Of("Schema/RecordVersion.sql"), new { version, name = path[Folder.Length..] });
        }

        await transaction.CommitAsync(cancellation);
    }

    // Asked for only where it is missing: "if not exists" needs the right to create it all the same.
    private static async Task CreateSchema(NpgsqlConnection connection)
    {
        if (!await connection.ExecuteScalarAsync<bool>(SqlText.Of("Schema/SchemaExists.sql")))
        {
            await connection.ExecuteAsync(SqlText.Of("Schema/CreateSchema.sql"));
        }
    }

    public static Task<bool> IsInstalled(NpgsqlConnection connection) =>
        connection.ExecuteScalarAsync<bool>(SqlText.Of("Schema/IsInstalled.sql"));

    private static List<(int Version, string Path)> Scripts() =>
        [.. typeof(StateSchema).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => (int.Parse(name.AsSpan(Folder.Length, 3), CultureInfo.InvariantCulture), name))
            .Order()];
}
