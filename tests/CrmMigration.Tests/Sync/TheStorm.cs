using CrmMigration.Plan;
using CrmMigration.Tests.Postgres;
using Npgsql;
using Xunit;

namespace CrmMigration.Tests.Sync;

/// <summary>Writers insert, update and delete, with long transactions, savepoints and rollbacks, while passes run. After the last the target is what a migration of the source would be.</summary>
public class TheStorm
{
    private const string Tables =
        "create table customers (id int primary key, name text, note text); create table orders (id int primary key, customer_id int, amount numeric(12,2), currency char(3))";

    private static readonly MigrationPlan Plan = Plans.Of("""
        "orders": { "from": { "table": "orders", "key": "id" }, "to": { "table": "orders", "key": "id" }, "references": { "customer_id": "customers" } },
        "customers": { "from": { "table": "customers", "key": "id" }, "to": { "table": "customers", "key": "id" } }
        """);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task After_the_last_pass_nothing_is_lost_and_nothing_is_there_twice(int seed)
    {
        await using var crms = await Crms.Create(
            Tables + "; insert into customers select i, 'c' || i, 'n' from generate_series(1, 300) i; insert into orders select i, 1 + i % 300, i, 'USD' from generate_series(1, 600) i", Tables);
        await crms.MigrateQuietly(Plan);
        using var calm = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 4).Select(number => Write(crms, new Random((seed * 10) + number), number, calm.Token)).ToArray();
        for (var pass = 0; pass < 6; pass++)
        {
            await crms.Sync(Plan, confirmsDeletes: true);
        }

        await calm.CancelAsync();
        var written = (await Task.WhenAll(writers)).Sum();

        Replays.AssertReconciled(await crms.Sync(Plan, confirmsDeletes: true));

        Assert.InRange(written, 20, int.MaxValue);
        foreach (var table in new[] { "customers", "orders" })
        {
            Assert.Equal(await crms.Old.One<string>(Whole(table)), await crms.New.One<string>(Whole(table)));
        }
    }

    private static string Whole(string table) => $"select count(*) || ' ' || md5(coalesce(string_agg(t::text, '|' order by id), '')) from {table} as t";

    private static async Task<int> Write(Crms crms, Random random, int writer, CancellationToken calm)
    {
        var written = 0;
        for (var turn = 0; !calm.IsCancellationRequested; turn++)
        {
            await using var connection = await crms.Old.DataSource.OpenConnectionAsync(CancellationToken.None);
            await using var transaction = await connection.BeginTransactionAsync(CancellationToken.None);
            for (var i = random.Next(1, 8); i > 0; i--)
            {
                await Run(connection, Statement(random, 1_000 + (writer * 100_000) + (turn * 10) + i));
            }

            if (random.Next(5) == 0)
            {
                await transaction.RollbackAsync(CancellationToken.None);
            }
            else
            {
                await transaction.CommitAsync(CancellationToken.None);
                written++;
            }
        }

        return written;
    }

    // Orders are written for customers that stay; keys come back with other data.
    private static string Statement(Random random, int fresh) => random.Next(7) switch
    {
        0 => $"insert into customers values ({fresh}, 'new', 'n'); insert into orders values ({fresh}, {fresh}, {random.Next(1, 900)}.25, 'EUR')",
        1 => $"update customers set note = note || '{random.Next(9)}' where id = {random.Next(1, 300)}",
        2 => $"delete from orders where id = {random.Next(1, 600)}",
        3 => $"insert into orders values ({random.Next(1, 600)}, {random.Next(1, 300)}, 1.50, 'GBP') on conflict (id) do update set amount = orders.amount + 1",
        4 => $"savepoint s; update orders set amount = amount + 1 where id % 97 = {random.Next(97)}; rollback to savepoint s",
        5 => $"savepoint s; update orders set currency = 'CHF' where id = {random.Next(1, 600)}; release savepoint s",
        _ => $"update orders set amount = amount where id = {random.Next(1, 600)}",
    };

    private static async Task Run(NpgsqlConnection connection, string statement)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        try
        {
            await command.ExecuteNonQueryAsync();
        }
        catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.InFailedSqlTransaction)
        {
            // A deadlock before took the whole transaction; it is rolled back at its end.
        }
        catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.DeadlockDetected)
        {
        }
    }
}
