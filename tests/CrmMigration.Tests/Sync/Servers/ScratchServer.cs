using System.Diagnostics;
using CrmMigration.Tests.Plan;
using Dapper;
using Npgsql;
using Xunit;

namespace CrmMigration.Tests.Sync.Servers;

/// <summary>A PostgreSQL server of a test class's own, which may be stopped, set back and started again. Its database is <c>postgres</c>.</summary>
public sealed class ScratchServer : IAsyncLifetime
{
    private static readonly string[] Settings =
        ["fsync=off", "full_page_writes=off", "shared_buffers=16MB", "autovacuum=off", "max_prepared_transactions=2", "track_commit_timestamp=on"];

    private readonly string folder = Directory.CreateTempSubdirectory("scratch-server-").FullName;
    private NpgsqlDataSource? source;

    public string ConnectionString => DataSource.ConnectionString;

    public NpgsqlDataSource DataSource => source ?? throw new InvalidOperationException("The scratch server is stopped.");

    private string Home => File.ReadAllText(Path.Combine(folder, "home"));

    public async ValueTask InitializeAsync() => await Start();

    public async ValueTask DisposeAsync()
    {
        await Close();
        await Script("remove", folder);
    }

    /// <summary>Its port is another one each time.</summary>
    public async Task Start()
    {
        var connection = (await Script(["start", folder, .. Settings])).Trim();

        // The password stands in it, also when it is asked for.
        source = new NpgsqlDataSourceBuilder(connection + ";Persist Security Info=true;Maximum Pool Size=10").Build();
    }

    public async Task Stop()
    {
        await Close();
        await Script("stop", folder);
    }

    /// <summary>Runs one of PostgreSQL's programs on the data, which nobody has open then.</summary>
    public Task Run(string tool, params string[] arguments) => Script(["tool", folder, tool, .. arguments]);

    /// <summary>Copies the data as they are on disk.</summary>
    public Task Keep() => Shell($"cp -a '{Home}/data' '{Home}/kept'");

    /// <summary>Puts the copy in the place of the data.</summary>
    public Task PutBack() => Shell($"rm -rf '{Home}/data' && mv '{Home}/kept' '{Home}/data'");

    public async Task Execute(string statements)
    {
        await using var connection = await DataSource.OpenConnectionAsync();
        await connection.ExecuteAsync(statements);
    }

    public async Task<T?> One<T>(string query)
    {
        await using var connection = await DataSource.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<T>(query);
    }

    private static Task<string> Script(params string[] arguments) => Output([Repository.File("scripts/postgres.sh"), .. arguments]);

    private static Task<string> Shell(string command) => Output(["-c", command]);

    // The server keeps what it was started with open: only the script's own output is waited for.
    private static async Task<string> Output(string[] arguments)
    {
        using var bash = Process.Start(new ProcessStartInfo("bash", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = bash.StandardError.ReadToEndAsync();
        var output = await bash.StandardOutput.ReadToEndAsync();
        await bash.WaitForExitAsync();
        Assert.True(bash.ExitCode == 0, await error);
        return output;
    }

    private async Task Close()
    {
        if (source is not null)
        {
            await source.DisposeAsync();
            source = null;
        }
    }
}
