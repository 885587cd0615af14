using CrmMigration.Flow;
using CrmMigration.Plan;
using CrmMigration.Runs;
using CrmMigration.Tests.Postgres;
using CrmMigration.Tests.Runs;
using Xunit;

namespace CrmMigration.Tests.Sync;

public class PassesThatBreakOff
{
    // 2 is merged into 1, 4 has no name; of the orders that of 4 waits.
    internal const string Old =
        Plans.OwnersTable + """
        ; create table old_crm_orders (id int primary key, customer_id int, amount numeric(12,2), currency char(3));
        insert into old_crm_customers values
          (1, 'Ann Lee', 'ann@example.com', null), (2, 'Ann Leigh', 'ann@example.com', '+1 212 555 0102'), (3, 'Cy Orr', 'cy@example.com', null),
          (4, null, 'di@example.com', null), (5, 'Ed Fox', 'ed@example.com', null);
        insert into old_crm_orders select i * 10, i, i * 1.25, 'USD' from generate_series(1, 5) i
        """;

    internal const string Changes = """
        delete from old_crm_orders where customer_id in (1, 5);
        delete from old_crm_customers where id in (1, 5);
        update old_crm_customers set name = 'Di Poe' where id = 4;
        update old_crm_customers set email = 'new@example.com' where id = 3;
        insert into old_crm_customers values (6, 'Cy Orr', 'new@example.com', '+1 212 555 0106'), (7, 'Fay Gil', 'fay@example.com', null);
        insert into old_crm_orders values (60, 6, 6, 'EUR'), (70, 7, 7, 'EUR')
        """;

    private static readonly MigrationPlan Plan = Plans.CustomersAndOrders();

    [Fact]
    public async Task A_pass_that_breaks_off_after_any_step_is_followed_by_another_to_the_same_end()
    {
        var (expected, steps) = await Passed(breakAfter: null);
        var results = new List<string>();

        // Every third one, as each is a migration of its own.
        for (var step = 1; step < steps; step += 3)
        {
            results.Add((await Passed(step)).Result);
        }

        Assert.InRange(steps, 12, 40);
        Assert.All(results, result => Assert.Equal(expected, result));
    }

    [Fact]
    public async Task A_pass_that_was_broken_off_can_be_carried_on_too()
    {
        var (expected, _) = await Passed(breakAfter: null);
        await using var crms = await Started();
        await BreakOff(crms, 8);

        await crms.Migrate(Plan, new RunOptions { RunId = "sync-1", Parallel = 2 });

        Assert.Equal(expected, await ResultOf(crms));
    }

    // Neither the order nor its payment changes itself: the payment's pass must know that the order has come, whichever pass brought it. That is the seventh step.
    [Theory]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(10)]
    public async Task A_grandchild_arrives_wherever_the_pass_broke_off_that_brought_its_parent(int step)
    {
        var plan = Plans.Of("""
            "payments": { "from": { "table": "payments", "key": "id" }, "to": { "table": "new_payments", "key": "id", "create": true }, "references": { "order_id": "orders" } },
            "orders": { "from": { "table": "orders", "key": "id" }, "to": { "table": "new_orders", "key": "id", "create": true }, "references": { "customer_id": "customers" } },
            "customers": { "from": { "table": "customers", "key": "id" }, "to": { "table": "new_customers", "key": "id", "create": true }, "required": ["name"] }
            """);
        await using var crms = await Crms.Create(
            """
            create table customers (id int primary key, name text); create table orders (id int primary key, customer_id int); create table payments (id int primary key, order_id int);
            insert into customers values (1, null), (2, 'Bo Ray'); insert into orders values (10, 1), (20, 2); insert into payments values (100, 10), (200, 20)
            """);
        await crms.Migrate(plan);
        await crms.Sync(plan);
        await crms.Old.Run("update customers set name = 'Ann Lee' where id = 1");
        await BreakOff(crms, step, plan);

        await crms.Sync(plan);

        Assert.Equal(["100", "200"], await crms.New.All<string>("select id::text from new_payments order by id"));
        Assert.False(await crms.New.One<bool>("select exists (select from crm_migration.links where arrived)"));
    }

    [Fact]
    public async Task What_a_pass_had_found_goes_with_it_when_another_is_begun()
    {
        await using var crms = await Started();
        await BreakOff(crms, 8);
        var left = await crms.New.One<long>("select count(*) from crm_migration.changed_rows");

        await using var next = await crms.Engine.Begin(Plan, Options("sync-2"), new(), CancellationToken.None);

        Assert.InRange(left, 1, 100);
        Assert.Equal(0, await crms.New.One<long>("select count(*) from crm_migration.changed_rows"));
    }

    private static async Task<(string Result, int Steps)> Passed(int? breakAfter)
    {
        await using var crms = await Started();
        var steps = breakAfter is { } step ? await BreakOff(crms, step) : 0;
        if (breakAfter is null)
        {
            await using var run = await crms.Engine.Begin(Plan, Options("sync-1"), new(), CancellationToken.None);
            var port = new SteppedRun(run);
            await Flows.Migrate.Run(port, run.Ref);
            Replays.AssertReconciled(await run.Report(CancellationToken.None));
            return (await ResultOf(crms), port.Steps);
        }

        Replays.AssertReconciled(await crms.Sync(Plan));
        return (await ResultOf(crms), steps);
    }

    private static async Task<Crms> Started()
    {
        var crms = await Crms.Create(Old);
        await crms.MigrateQuietly(Plan);
        await crms.Old.Run(Changes);
        return crms;
    }

    private static async Task<int> BreakOff(Crms crms, int step, MigrationPlan? plan = null)
    {
        await using var run = await crms.Engine.Begin(plan ?? Plan, Options(plan is null ? "sync-1" : "broken-off"), new(), CancellationToken.None);
        var left = step;
        var port = new SteppedRun(run) { After = _ => --left == 0 ? throw new OperationCanceledException() : Task.CompletedTask };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Flows.Migrate.Run(port, run.Ref));
        return port.Steps;
    }

    private static RunOptions Options(string id) => new() { RunId = id, Mode = RunMode.Incremental, Parallel = 2 };

    private static async Task<string> ResultOf(Crms crms) =>
        $"{await crms.HashOf("new_crm_customers")} {await crms.HashOf("new_crm_orders")} {await crms.HashOf("(select entity, source_key, status, target_key from crm_migration.xref)")}";
}
