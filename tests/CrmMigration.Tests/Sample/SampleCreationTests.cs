using CrmMigration.Cli.Sample;
using Npgsql;
using Xunit;

namespace CrmMigration.Tests.Sample;

public sealed class SampleCreationTests(SampleDatabase database) : IClassFixture<SampleDatabase>, IAsyncLifetime
{
    private static readonly SampleCrm Sample = new(5_000, seed: 11);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await using var command = database.Source.CreateCommand(
            "drop table if exists old_crm_transactions, old_crm_orders, old_crm_customers");
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => default;

    [Fact]
    public async Task The_tables_hold_what_the_truth_says()
    {
        var truth = await Sample.Create(database.Source, null, Cancellation);

        Assert.Equivalent(Sample.Truth(), truth, strict: true);
        Assert.Equal(truth.Customers, await database.Read<long>("select count(*) from old_crm_customers"));
        Assert.Equal(truth.Orders, await database.Read<long>("select count(*) from old_crm_orders"));
        Assert.Equal(truth.Transactions, await database.Read<long>("select count(*) from old_crm_transactions"));
        Assert.Equal(truth.OrderAmounts, await Sums("old_crm_orders"));
        Assert.Equal(truth.TransactionAmounts, await Sums("old_crm_transactions"));
    }

    [Fact]
    public async Task The_tables_hold_the_rows_that_are_made_without_a_database()
    {
        await Sample.Create(database.Source, null, Cancellation);

        Assert.Equal(
            Sample.Customers().Select(row => (row.Id, row.Name, row.Email, row.Phone)),
            await Rows("select * from old_crm_customers order by id", Customer));
        Assert.Equal(Sample.Orders(), await Rows("select * from old_crm_orders order by id", Order));
        Assert.Equal(Sample.Transactions(), await Rows("select * from old_crm_transactions order by id", Transaction));
    }

    [Fact]
    public async Task The_tables_have_keys_and_statistics()
    {
        await Sample.Create(database.Source, null, Cancellation);

        var keys = await Rows(
            """
            select conrelid::regclass || ' ' || contype::text
            from pg_constraint
            where contype in ('p', 'f') and connamespace = 'public'::regnamespace
            order by 1
            """,
            row => row.GetString(0));
        Assert.Equal(
            ["old_crm_customers p", "old_crm_orders f", "old_crm_orders p", "old_crm_transactions f", "old_crm_transactions p"],
            keys);
        Assert.Equal(5_000f, await database.Read<float>("select reltuples from pg_class where relname = 'old_crm_customers'"));
    }

    [Fact]
    public async Task Progress_ends_at_the_number_of_rows()
    {
        var progress = new ReportedRows();

        var truth = await Sample.Create(database.Source, progress, Cancellation);

        Assert.Equal(truth.Customers + truth.Orders + truth.Transactions, progress.Last);
        Assert.InRange(progress.Last / (double)Sample.ExpectedRows, 0.97, 1.03);
    }

    [Fact]
    public async Task Tables_that_exist_are_refused_and_left_alone()
    {
        await using var command = database.Source.CreateCommand(
            "create table old_crm_orders (id int); insert into old_crm_orders values (1)");
        await command.ExecuteNonQueryAsync(Cancellation);

        var refusal = await Assert.ThrowsAsync<InvalidSettingException>(() => Sample.Create(database.Source, null, Cancellation));

        Assert.Contains("already has old_crm_orders, and", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("drop table if exists", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1L, await database.Read<long>("select count(*) from old_crm_orders"));
        Assert.Equal(1L, await database.Read<long>("select count(*) from pg_class where relname like 'old_crm%'"));
    }

    [Fact]
    public async Task A_creation_that_is_stopped_leaves_nothing()
    {
        using var stop = new CancellationTokenSource();
        var afterCustomers = new ReportedRows(rows => StopAfter(5_000, rows, stop));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Sample.Create(database.Source, afterCustomers, stop.Token));

        Assert.Equal(0L, await database.Read<long>("select count(*) from pg_class where relname like 'old_crm%'"));
    }

    private static void StopAfter(long limit, long rows, CancellationTokenSource stop)
    {
        if (rows > limit)
        {
            stop.Cancel();
        }
    }

    private async Task<Dictionary<string, decimal>> Sums(string table)
    {
        var sums = await Rows($"select currency, sum(amount) from {table} group by currency", row => (row.GetString(0), row.GetDecimal(1)));
        return sums.ToDictionary();
    }

    private async Task<List<T>> Rows<T>(string sql, Func<NpgsqlDataReader, T> read)
    {
        await using var command = database.Source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var rows = new List<T>();
        while (await reader.ReadAsync(Cancellation))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private static (int, string?, string?, string?) Customer(NpgsqlDataReader row) =>
        (row.GetInt32(0), row.GetValue(1) as string, row.GetValue(2) as string, row.GetValue(3) as string);

    private static OrderRow Order(NpgsqlDataReader row) =>
        new(row.GetInt32(0), row.GetInt32(1), row.GetDateTime(2), row.GetString(3), row.GetDecimal(4), row.GetString(5));

    private static TransactionRow Transaction(NpgsqlDataReader row) =>
        new(row.GetInt64(0), row.GetInt32(1), row.GetString(2), row.GetDecimal(3), row.GetString(4), row.GetDateTime(5));
}
