using CrmMigration.Reconcile;
using CrmMigration.Tests.Postgres;
using Dapper;
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

        var ours = values.Select(value => unchecked((long)PostgresHash.Bytes(value, unchecked((ulong)seed))));

        Assert.Equal(server, ours);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task A_number_hashes_as_on_the_server(long seed)
    {
        int[] numbers = [0, 1, -1, 255, 65_536, int.MaxValue, int.MinValue];
        await using var connection = new NpgsqlConnection(TestServer.ConnectionString);
        var server = await connection.QueryAsync<long>("select hashint4extended(number, @seed) from unnest(@numbers) with ordinality as given (number, place) order by place", new { numbers, seed });

        Assert.Equal(server, numbers.Select(number => unchecked((long)PostgresHash.Number(number, (ulong)seed))));
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
