using Npgsql;

namespace CrmMigration.Cli.Sample.Load;

/// <summary>The three tables in the database. The caller owns the transaction they are made in.</summary>
internal sealed class SampleTables(NpgsqlConnection connection)
{
    /// <summary>Makes the tables, without keys.</summary>
    /// <exception cref="InvalidSettingException">One of them is there already.</exception>
    public async Task Create(CancellationToken cancellation)
    {
        var existing = await Existing(cancellation);
        if (existing.Count > 0)
        {
            throw new InvalidSettingException(
                $"The database {connection.Database} already has {string.Join(" and ", existing)}, and the sample overwrites nothing. "
                + "Name another database, or remove the tables of an earlier sample: "
                + $"drop table if exists {string.Join(", ", SampleSql.Tables)};");
        }

        await Execute(SampleSql.CreateTables, cancellation);
    }

    /// <summary>Adds primary and foreign keys to the filled tables, and statistics for the planner.</summary>
    public Task AddKeys(CancellationToken cancellation) => Execute(SampleSql.AddKeys, cancellation);

    private async Task<List<string>> Existing(CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(SampleSql.FindTables, connection);
        command.Parameters.Add(new() { Value = SampleSql.Tables });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var names = new List<string>();
        while (await reader.ReadAsync(cancellation))
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    // No timeout: building keys takes as long as the rows ask for, and Ctrl-C still works.
    private async Task Execute(string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
