using CrmMigration.Plan;
using CrmMigration.Tests.Postgres;
using CrmMigration.Tests.Runs;
using Xunit;

namespace CrmMigration.Tests.Withdraw;

public class EveryPassGoesBack
{
    private const int Rounds = 6;

    private static readonly string[] Tables = ["new_crm_customers", "new_crm_orders"];

    private static readonly MigrationPlan Plan = Plans.CustomersAndOrders();

    // Names and addresses of a few people only, so that rows merge, hand over, are refused and come back under their old keys.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Whatever_changed_in_between_withdrawn_in_turn_they_leave_the_target_and_the_links_as_each_found_them(int seed)
    {
        await using var crms = await Crms.Create(Plans.OwnersTable + "; create table old_crm_orders (id int primary key, customer_id int, amount numeric(12,2), currency char(3))", ResumeAtEveryStep.Target);
        var chance = new Random(seed);
        await Change(crms, chance, 40);
        var empty = await crms.HashOfAll(Tables);
        await crms.Migrate(Plan);
        await crms.Sync(Plan);
        var found = new Stack<(string Run, string Target, string Links)>();
        for (var round = 0; round < Rounds; round++)
        {
            await Change(crms, chance, 12);
            var before = (await crms.HashOfAll(Tables), await crms.HashOfLinks());
            found.Push(((await crms.Sync(Plan, confirmsDeletes: true)).RunId, before.Item1, before.Item2));
        }

        var last = await crms.HashOfAll(Tables);
        foreach (var (run, target, links) in found)
        {
            Assert.Equal(0, (await crms.Withdraw(Plan, run)).Kept);
            Assert.Equal((run, target, links), (run, await crms.HashOfAll(Tables), await crms.HashOfLinks()));
        }

        await crms.Sync(Plan, confirmsDeletes: true);
        var again = await crms.New.One<long>("select count(*) from crm_migration.links where status = 'migrated'");
        await crms.Withdraw(Plan, $"sync-{Rounds + 2}");
        await crms.Withdraw(Plan, "sync-1");
        await crms.Withdraw(Plan);

        Assert.NotEqual(empty, last);
        Assert.NotEqual(0, again);
        Assert.Equal(empty, await crms.HashOfAll(Tables));
    }

    private static async Task Change(Crms crms, Random chance, int changes)
    {
        for (var change = 0; change < changes; change++)
        {
            var (id, who) = (chance.Next(1, 30), chance.Next(8));
            var name = chance.Next(9) == 0 ? "null" : $"'Ann Lee{who}'";
            var email = chance.Next(12) == 0 ? "'refused@example.com'" : $"'p{who}@example.com'";
            await crms.Old.Run(chance.Next(5) switch
            {
                0 => $"delete from old_crm_orders where customer_id = {id}; delete from old_crm_customers where id = {id}",
                1 => $"update old_crm_orders set amount = amount + 1 where customer_id = {id}",
                2 => $"insert into old_crm_orders values ({chance.Next(1, 200)}, {id}, {id}.25, 'EUR') on conflict (id) do update set customer_id = excluded.customer_id",
                _ => $"insert into old_crm_customers values ({id}, {name}, {email}, '+1 212 555 01{chance.Next(10, 99)}') on conflict (id) do update set name = excluded.name, email = excluded.email, phone = excluded.phone",
            });
        }
    }
}
