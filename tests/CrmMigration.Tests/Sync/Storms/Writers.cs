using CrmMigration.Plan;
using CrmMigration.Tests.Postgres;
using Npgsql;

namespace CrmMigration.Tests.Sync.Storms;

/// <summary>Four sessions that insert, update and delete customers, their orders and the payments of these, in short and long transactions, with savepoints and rollbacks.</summary>
internal sealed class Writers
{
    public const string Tables =
        """
        create table customers (id int primary key, name text, note text);
        create table orders (id int primary key, customer_id int references customers, amount numeric(12,2), currency char(3));
        create table transactions (id int primary key, order_id int references orders, amount numeric(12,2), currency char(3))
        """;

    /// <summary>The tables with rows that are there before the storm.</summary>
    public const string Filled = Tables +
        """
        ; insert into customers select i, 'c' || i, 'n' from generate_series(1, 300) i;
        insert into orders select i, 1 + i % 300, i, 'USD' from generate_series(1, 600) i;
        insert into transactions select i, 1 + i % 600, i, 'USD' from generate_series(1, 900) i
        """;

    private static readonly string[] Passing = [PostgresErrorCodes.DeadlockDetected, PostgresErrorCodes.ForeignKeyViolation, PostgresErrorCodes.UniqueViolation];

    private readonly CancellationTokenSource calm = new();
    private readonly Task<int>[] sessions;

    private Writers(Crms crms, int seed) =>
        sessions = [.. Enumerable.Range(0, 4).Select(number => Write(crms.Old.DataSource, new Random((seed * 10) + number), number, calm.Token))];

    /// <param name="create">The new tables are the run's to create; else they are there.</param>
    public static MigrationPlan Plan(bool create = false)
    {
        var to = create ? ", \"create\": true" : "";
        return Plans.Of($$"""
            "transactions": { "from": { "table": "transactions", "key": "id" }, "to": { "table": "transactions", "key": "id"{{to}} }, "references": { "order_id": "orders" } },
            "orders": { "from": { "table": "orders", "key": "id" }, "to": { "table": "orders", "key": "id"{{to}} }, "references": { "customer_id": "customers" } },
            "customers": { "from": { "table": "customers", "key": "id" }, "to": { "table": "customers", "key": "id"{{to}} } }
            """);
    }

    public static Writers Start(Crms crms, int seed) => new(crms, seed);

    /// <summary>Ends them, and gives the number of transactions that they committed.</summary>
    public async Task<int> Calm()
    {
        await calm.CancelAsync();
        var written = (await Task.WhenAll(sessions)).Sum();
        calm.Dispose();
        return written;
    }

    /// <summary>What is not the same on both sides: rows of each table, and sums of money by currency.</summary>
    public static async Task<List<string>> Differ(Crms crms)
    {
        List<string> differ = [];
        foreach (var table in new[] { "customers", "orders", "transactions" })
        {
            differ.AddRange((await Differences.Between(crms, table, table)).Select(row => $"{table} {row}"));
        }

        foreach (var table in new[] { "orders", "transactions" })
        {
            var sums = $"select currency || ' ' || sum(amount) from {table} group by currency order by currency";
            var (old, @new) = (string.Join(' ', await crms.Old.All<string>(sums)), string.Join(' ', await crms.New.All<string>(sums)));
            differ.AddRange(old == @new ? [] : [$"{table}: {old} - {@new}"]);
        }

        return differ;
    }

    private static async Task<int> Write(NpgsqlDataSource source, Random random, int writer, CancellationToken calm)
    {
        await Task.Yield();
        var written = 0;
        for (var turn = 0; !calm.IsCancellationRequested; turn++)
        {
            await using var connection = await source.OpenConnectionAsync(CancellationToken.None);
            await using var transaction = await connection.BeginTransactionAsync(CancellationToken.None);
            var whole = true;
            for (var left = random.Next(10) == 0 ? 40 : random.Next(1, 8); left > 0 && whole; left--)
            {
                whole = await Run(connection, Statement(random, 1_000 + (writer * 10_000_000) + (turn * 50) + left));
            }

            if (whole && random.Next(5) > 0)
            {
                await transaction.CommitAsync(CancellationToken.None);
                written++;
            }
            else
            {
                await transaction.RollbackAsync(CancellationToken.None);
            }
        }

        return written;
    }

    // Keys come back with other data.
    private static string Statement(Random random, int fresh)
    {
        var (customer, order) = ($"(select id from customers where id >= {random.Next(1, 300)} order by id limit 1)", random.Next(1, 600));
        return random.Next(11) switch
        {
            0 => $"insert into customers values ({fresh}, 'new', 'n'); insert into orders values ({fresh}, {fresh}, {random.Next(1, 900)}.25, 'EUR'); insert into transactions values ({fresh}, {fresh}, 1.25, 'EUR')",
            1 => $"update customers set note = left(note || '{random.Next(9)}', 30) where id = {random.Next(1, 300)}",
            2 => $"delete from transactions where order_id = {order}; delete from orders where id = {order}",
            3 => $"insert into orders values ({order}, {customer}, 1.50, 'GBP') on conflict (id) do update set amount = orders.amount + 1",
            4 => $"savepoint s; update orders set amount = amount + 1 where id % 97 = {random.Next(97)}; rollback to savepoint s",
            5 => $"savepoint s; update orders set currency = 'CHF' where id = {order}; release savepoint s",
            6 => $"update orders set amount = amount where id = {order}",
            7 => $"insert into transactions select {fresh}, id, {random.Next(1, 900)}.75, currency from orders where id >= {order} order by id limit 1",
            8 => $"update transactions set amount = amount + 0.01 where order_id = {order}",
            9 => $"delete from transactions where id % 211 = {random.Next(211)}",
            _ => Leave(random.Next(1, 300)),
        };
    }

    // Children first; one that another session gives it meanwhile keeps it, and the transaction fails.
    private static string Leave(int customer) =>
        $"delete from transactions using orders where order_id = orders.id and customer_id = {customer}; delete from orders where customer_id = {customer}; delete from customers where id = {customer}";

    private static async Task<bool> Run(NpgsqlConnection connection, string statement)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        try
        {
            await command.ExecuteNonQueryAsync();
            return true;
        }
        catch (PostgresException fault) when (Passing.Contains(fault.SqlState))
        {
            return false;
        }
    }
}
