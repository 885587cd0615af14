using CrmMigration.Plan;
using CrmMigration.Reconcile;
using CrmMigration.Tests.Postgres;
using CrmMigration.Tests.Sync;
using Xunit;

namespace CrmMigration.Tests.Withdraw;

public class PassesAreWithdrawn
{
    private static readonly string[] Tables = ["new_crm_customers", "new_crm_orders"];

    private static readonly MigrationPlan Plan = Plans.CustomersAndOrders();

    // Inserts, updates, a merge into a customer who was there, a survivor that hands over, deletes, and a rejected row that is mended with its child.
    [Fact]
    public async Task A_pass_is_as_if_it_had_never_been_and_the_next_one_brings_the_same()
    {
        await using var crms = await Crms.Create(PassesThatBreakOff.Old);
        await crms.Migrate(Plan);
        await crms.Sync(Plan);
        var before = (await crms.HashOfAll(Tables), await crms.HashOfLinks(), string.Join(' ', await crms.Xref("customers")));
        await crms.Old.Run(PassesThatBreakOff.Changes);
        var pass = await crms.Sync(Plan);
        var expected = await ResultOf(crms);

        var withdrawal = await crms.Withdraw(Plan, "sync-2");
        var after = (await crms.HashOfAll(Tables), await crms.HashOfLinks(), string.Join(' ', await crms.Xref("customers")));
        var again = await crms.Sync(Plan);

        Assert.Equal((pass.Counts.Created, 0L), (withdrawal.Removed, withdrawal.Kept));
        Assert.True(withdrawal is { Restored: > 1, BroughtBack: > 1 }, $"{withdrawal}");
        Assert.Equal(before, after);
        Replays.AssertReconciled(again);
        Assert.Equal(pass.Counts, again.Counts);
        Assert.Equal(expected, await ResultOf(crms));
    }

    // A row has arrived in a pass that died, and the pass after it, which did not touch it, is withdrawn.
    [Fact]
    public async Task A_pass_after_one_that_died_is_withdrawn_with_the_mark_of_what_had_arrived()
    {
        await using var crms = await Crms.Create(PassesThatBreakOff.Old);
        await crms.Migrate(Plan);
        await crms.Sync(Plan);
        await crms.New.Run("update crm_migration.links set arrived = true where source_key = '5'");
        var before = (await crms.HashOfAll(Tables), await crms.HashOfLinks());
        await crms.Old.Run("update old_crm_customers set name = 'Some Body' where id = 2");
        await crms.Sync(Plan);

        await crms.Withdraw(Plan, "sync-2");

        Assert.Equal(before, (await crms.HashOfAll(Tables), await crms.HashOfLinks()));
        Assert.True(await crms.New.One<bool>("select bool_and(arrived) from crm_migration.links where source_key = '5'"));
    }

    [Fact]
    public async Task The_first_pass_leaves_what_it_learned_of_the_run_and_nothing_else()
    {
        await using var crms = await Crms.Create(PassesThatBreakOff.Old);
        await crms.Migrate(Plan);
        var before = (await crms.HashOfAll(Tables), string.Join(' ', await crms.Xref("customers")));
        await crms.Old.Run(PassesThatBreakOff.Changes);
        await crms.Sync(Plan);
        var expected = await ResultOf(crms);

        await crms.Withdraw(Plan, "sync-1");
        var after = (await crms.HashOfAll(Tables), string.Join(' ', await crms.Xref("customers")));
        await crms.Sync(Plan);

        Assert.Equal(before, after);
        Assert.Equal(expected, await ResultOf(crms));
    }

    [Fact]
    public async Task Passes_one_after_the_other_and_a_new_row_finds_no_match_in_what_is_gone()
    {
        await using var crms = await Crms.Create(PassesThatBreakOff.Old);
        await crms.Migrate(Plan);
        await crms.Sync(Plan);
        var before = await crms.HashOfAll(Tables);
        await crms.Old.Run("insert into old_crm_customers values (30, 'Zoe Fox', 'zoe@example.com', null)");
        await crms.Sync(Plan);
        await crms.Old.Run("update old_crm_customers set name = 'Zoe Fux' where id = 30; update old_crm_customers set name = 'Cy Orb' where id = 3");
        await crms.Sync(Plan);

        await crms.Withdraw(Plan, "sync-3");
        await crms.Withdraw(Plan, "sync-2");
        var after = await crms.HashOfAll(Tables);
        await crms.Old.Run("delete from old_crm_customers where id = 30; insert into old_crm_customers values (31, 'Zoe Fox', 'zoe@example.com', null)");
        await crms.Sync(Plan);

        Assert.Equal(before, after);
        Assert.Equal(["3 updated 3", "31 created 31"], await crms.Fates("customers", "sync-4"));
    }

    [Fact]
    public async Task Marks_go_and_marks_that_were_taken_off_come_back()
    {
        await using var crms = await Crms.Create(
            "create table things (id int primary key, name text); insert into things select i, 'thing ' || i from generate_series(1, 9) i",
            "create table new_things (id int primary key, name text, gone_at timestamptz, note text)");
        var plan = Plans.Of("""
            "things": { "from": { "table": "things", "key": "id" }, "to": { "table": "new_things", "key": "id" }, "deletes": { "mark": "gone_at" } }
            """);
        await crms.Migrate(plan);
        await crms.Old.Run("delete from things where id = 3");
        await crms.Sync(plan);
        var before = (await crms.HashOf("new_things"), await crms.HashOfLinks());
        await crms.Old.Run("insert into things values (3, 'again'); delete from things where id = 4");
        await crms.Sync(plan);

        await crms.New.Run("update new_things set note = 'said' where id = 4");
        await crms.Withdraw(plan, "sync-2");
        await crms.New.Run("update new_things set note = null where id = 4 and note = 'said'");

        Assert.Equal(before, (await crms.HashOf("new_things"), await crms.HashOfLinks()));
    }

    [Fact]
    public async Task A_pass_that_broke_off_is_withdrawn_too()
    {
        await using var crms = await Crms.Create(PassesThatBreakOff.Old);
        await crms.Migrate(Plan);
        await crms.Sync(Plan);
        var before = (await crms.HashOfAll(Tables), await crms.HashOfLinks());
        await crms.Old.Run(PassesThatBreakOff.Changes);
        var steps = 0;
        await Assert.ThrowsAsync<OperationCanceledException>(() => Runs.SteppedRun.Migrate(
            crms, Plan, new() { RunId = "sync-2", Mode = CrmMigration.Runs.RunMode.Incremental }, step => step == "ApplyChanges" && ++steps == 3 ? throw new OperationCanceledException() : Task.CompletedTask));

        await crms.Withdraw(Plan, "sync-2");

        Assert.Equal(before, (await crms.HashOfAll(Tables), await crms.HashOfLinks()));
        Assert.Equal(0, await crms.New.One<long>("select count(*) from crm_migration.changed_rows"));
    }

    [Fact]
    public async Task Of_two_runs_the_later_one_goes_first()
    {
        await using var crms = await Crms.Create(PassesThatBreakOff.Old);
        await crms.Migrate(Plan);
        await crms.Old.Run(PassesThatBreakOff.Changes);
        await crms.Sync(Plan);
        await crms.Migrate(Plan);

        var refused = await Assert.ThrowsAsync<InvalidSettingException>(() => crms.Withdraw(Plan, "sync-1"));
        await crms.Withdraw(Plan, "run-2");
        var sync = await Assert.ThrowsAsync<CrmMigration.Sync.NothingToSyncException>(() => crms.Sync(Plan));

        Assert.EndsWith("crm-migrate withdraw run-2", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Run run-2, the newest of the plan 'test', was withdrawn", sync.Message, StringComparison.Ordinal);
        Assert.Equal(Verdict.Reconciled, (await crms.Migrate(Plan)).Verdict);
    }

    private static async Task<string> ResultOf(Crms crms) =>
        $"{await crms.HashOfAll(Tables)} {await crms.HashOf("(select entity, source_key, status, target_key from crm_migration.xref)")}";
}
