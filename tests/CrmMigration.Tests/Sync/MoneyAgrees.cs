using CrmMigration.Plan;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Sync;

/// <summary>The sum of all orders of each currency is the same on both sides after every pass, whatever was inserted, updated, deleted and merged.</summary>
public class MoneyAgrees
{
    private const string Old =
        Plans.OwnersTable + """
        ; create table old_crm_orders (id int primary key, customer_id int, amount numeric(12,2), currency char(3));
        insert into old_crm_customers select i, 'Ann Lee' || i % 20, 'ann' || i % 20 || '@example.com', null from generate_series(1, 30) i;
        insert into old_crm_orders select i, 1 + i % 30, i * 1.37, case i % 3 when 0 then 'EUR' when 1 then 'USD' else 'GBP' end from generate_series(1, 120) i
        """;

    private static readonly MigrationPlan Plan = Plans.CustomersAndOrders();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Of_every_currency_after_every_pass(int seed)
    {
        await using var crms = await Crms.Create(Old);
        var random = new Random(seed);
        await crms.MigrateQuietly(Plan);
        List<(string Old, string New)> sums = [];

        for (var pass = 1; pass <= 4; pass++)
        {
            for (var change = 0; change < 25; change++)
            {
                await crms.Old.Run(Change(random, (pass * 1000) + change));
            }

            Replays.AssertReconciled(await crms.Sync(Plan, confirmsDeletes: true));
            sums.Add((await SumsOf(crms.Old, "old_crm_orders"), await SumsOf(crms.New, "new_crm_orders")));
        }

        Assert.All(sums, sum => Assert.Equal(sum.Old, sum.New));
        Assert.Equal(4, sums.Select(sum => sum.Old).Distinct().Count());
        Assert.InRange(await crms.New.One<long>("select count(*) from crm_migration.xref where entity = 'customers' and status = 'merged'"), 5, 100);
    }

    // A customer that leaves takes its orders along; new ones match those that are there, and are merged.
    private static string Change(Random random, int fresh)
    {
        var customer = $"(select id from old_crm_customers order by id offset {random.Next(10)} limit 1)";
        var amount = $"{random.Next(-500, 5_000)}.{random.Next(100):00}";
        return random.Next(7) switch
        {
            0 => $"insert into old_crm_customers values ({fresh}, 'Ann Lee{random.Next(25)}', 'ann{random.Next(25)}@example.com', null); insert into old_crm_orders values ({fresh}, {fresh}, {amount}, 'EUR')",
            1 => $"update old_crm_orders set amount = {amount} where id % 11 = {random.Next(11)}",
            2 => $"update old_crm_orders set currency = 'CHF' where id = {random.Next(1, 120)}",
            3 => $"delete from old_crm_orders where id % 37 = {random.Next(37)}",
            4 => $"insert into old_crm_orders values ({fresh}, {customer}, {amount}, 'USD')",
            5 => $"with gone as (delete from old_crm_customers where id = {customer} returning id) delete from old_crm_orders using gone where customer_id = gone.id",
            _ => $"update old_crm_orders set customer_id = {customer} where id = {random.Next(1, 120)}",
        };
    }

    private static async Task<string> SumsOf(TestDatabase database, string table) => string.Join(
        ' ', await database.All<string>($"select currency || ' ' || count(*) || ' ' || sum(amount) from {table} group by currency order by currency"));
}
