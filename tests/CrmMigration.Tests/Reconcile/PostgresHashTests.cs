using CrmMigration.Reconcile;
using CrmMigration.Tests.Postgres;
using Npgsql;
using Xunit;

namespace CrmMigration.Tests.Reconcile;

public class PostgresHashTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-7_000_000_000_000)]
    public async Task A_value_hashes_as_on_the_server(long seed)
    {
        var values = Values(new Random(20261123));
        var server = await Ask("select hash_record_extended(row(value), @seed) from unnest(@values) with ordinality as given (value, number) order by number", values, seed);

        var ours = values.Select(value => unchecked((long)PostgresHash.Join(0, PostgresHash.Bytes(value, unchecked((ulong)seed)))));

        Assert.Equal(server, ours);
    }

    [Fact]
    public async Task A_row_of_values_and_nulls_hashes_as_on_the_server()
    {
        var values = Values(new Random(7));
        var server = await Ask("select hash_record_extended(row(value, null::bytea, value, @seed::int8::text), 0) from unnest(@values) with ordinality as given (value, number) order by number", values, 42);

        var ours = values.Select(value => unchecked((long)Row(PostgresHash.Bytes(value), 0, PostgresHash.Bytes(value), PostgresHash.Bytes("42"u8))));

        Assert.Equal(server, ours);
    }

    private static ulong Row(params ReadOnlySpan<ulong> columns)
    {
        ulong hash = 0;
        foreach (var column in columns)
        {
            hash = PostgresHash.Join(hash, column);
        }

        return hash;
    }

    // Every length from 0 to 100, three times.
    private static byte[][] Values(Random random) => [.. Enumerable.Range(0, 303).Select(number =>
    {
        var value = new byte[number % 101];
        random.NextBytes(value);
        return value;
    })];

    private static async Task<List<long>> Ask(string query, byte[][] values, long seed)
    {
        await using var connection = new NpgsqlConnection(TestServer.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(query, connection) { Parameters = { new("values", values), new("seed", seed) } };
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var hashes = new List<long>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            hashes.Add(reader.GetInt64(0));
        }

        return hashes;
    }
}
