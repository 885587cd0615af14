using CrmMigration.Plan;
using CrmMigration.Reconcile;
using CrmMigration.Sync;
using CrmMigration.Tests.Postgres;
using CrmMigration.Tests.Runs;
using Xunit;

namespace CrmMigration.Tests.Withdraw;

public class FullRunsAreWithdrawn
{
    private static readonly string[] Tables = ["new_crm_customers", "new_crm_orders"];

    // Rows that the run writes over, that are as it wants them, and of others; columns that it knows nothing of.
    private const string InUse =
        ResumeAtEveryStep.Target + """
        ; alter table new_crm_customers add note text default 'none', add seen timestamptz, add twice int generated always as (id * 2) stored;
        insert into new_crm_customers (id, first_name, last_name, email, note, seen) values
          (1, 'Anna', 'Before', 'before@example.com', '', '0044-03-15 12:00+00 BC'), (7, 'Di', 'Poe', 'di@example.com', 'mine', 'infinity'), (8, 'Ann', 'Lee', null, 'his', null), (99, 'Not', 'Ours', null, null, null);
        insert into new_crm_orders values (3, 1, 1, 'EUR'), (98, 99, 1, 'EUR')
        """;

    private static readonly MigrationPlan Plan = Plans.CustomersAndOrders();

    [Fact]
    public async Task Into_tables_that_the_plan_created_leaves_nothing_and_a_new_run_is_the_first()
    {
        await using var crms = await Crms.Create(ResumeAtEveryStep.OldSchema);
        var report = await crms.Migrate(Plan, partitionRows: 4);
        var expected = await crms.HashOfAll(Tables);

        var withdrawal = await crms.Withdraw(Plan);

        Assert.Equal((report.Counts.Created, 0L, 0L, 0L), (withdrawal.Removed, withdrawal.Restored, withdrawal.BroughtBack, withdrawal.Kept));
        Assert.Equal([null, null], await crms.New.All<string?>("select to_regclass(name)::text from unnest(array['new_crm_customers', 'new_crm_orders']) as name"));
        Assert.Empty(await crms.Xref("customers"));
        await Assert.ThrowsAsync<NothingToSyncException>(() => crms.Sync(Plan));
        Replays.AssertReconciled(await crms.Migrate(Plan, partitionRows: 4));
        Assert.Equal(expected, await crms.HashOfAll(Tables));
        Replays.AssertReconciled(await crms.Sync(Plan));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(3)]
    public async Task Into_tables_in_use_leaves_them_as_they_were_with_merges_and_children(int? partitionRows)
    {
        await using var crms = await Crms.Create(ResumeAtEveryStep.OldSchema, InUse);
        var before = await crms.HashOfAll(Tables);
        var report = await crms.Migrate(Plan, partitionRows);
        Assert.True(report.Counts is { Updated: > 1, Unchanged: > 0, Created: > 1, Merged: > 1 }, $"{report.Counts}");
        Assert.NotEqual(before, await crms.HashOfAll(Tables));

        var withdrawal = await crms.Withdraw(Plan);

        Assert.Equal((report.Counts.Created, report.Counts.Updated, 0L), (withdrawal.Removed, withdrawal.Restored, withdrawal.Kept));
        Assert.Equal(before, await crms.HashOfAll(Tables));
        Assert.Equal(0, await crms.New.One<long>("select count(*) from crm_migration.earlier_rows"));
    }

    [Fact]
    public async Task With_what_a_replay_added_and_filled()
    {
        await using var crms = await Crms.Create(ResumeAtEveryStep.OldSchema, InUse);
        var before = await crms.HashOfAll(Tables);
        await crms.Migrate(Plan, partitionRows: 4);
        await crms.Fix("required.missing", "3", ("name", "Xan Ray"));
        await crms.Replay(Plan);

        var withdrawal = await crms.Withdraw(Plan);

        Assert.Equal(0, withdrawal.Kept);
        Assert.Equal(before, await crms.HashOfAll(Tables));
    }

    [Fact]
    public async Task After_its_passes_were()
    {
        await using var crms = await Crms.Create(ResumeAtEveryStep.OldSchema, InUse);
        var before = await crms.HashOfAll(Tables);
        await crms.Migrate(Plan);
        await crms.Old.Run("update old_crm_customers set email = 'other@example.com' where id = 7; insert into old_crm_customers values (20, 'New One', null, null)");
        await crms.Sync(Plan);

        var refused = await Assert.ThrowsAsync<InvalidSettingException>(() => crms.Withdraw(Plan));
        await crms.Withdraw(Plan, "sync-1");
        var withdrawal = await crms.Withdraw(Plan);

        Assert.Equal("Run sync-1 of the same plan was begun after run-1 and wrote to the target. Withdraw that one first: crm-migrate withdraw sync-1", refused.Message);
        Assert.Equal(0, withdrawal.Kept);
        Assert.Equal(before, await crms.HashOfAll(Tables));
        Assert.Equal((0, 0), (await crms.New.One<long>("select count(*) from crm_migration.links"), await crms.New.One<long>("select count(*) from crm_migration.link_sets")));
    }

    [Fact]
    public async Task One_after_the_other()
    {
        await using var crms = await Crms.Create(ResumeAtEveryStep.OldSchema, InUse);
        var before = await crms.HashOfAll(Tables);
        await crms.Migrate(Plan);
        var between = await crms.HashOfAll(Tables);
        await crms.Old.Run("update old_crm_customers set name = 'Di Pan' where id = 7");
        await crms.Migrate(Plan);

        await crms.Withdraw(Plan, "run-2");
        var afterSecond = await crms.HashOfAll(Tables);
        var xref = await crms.Xref("customers");
        await crms.Withdraw(Plan);

        Assert.Equal((between, before), (afterSecond, await crms.HashOfAll(Tables)));
        Assert.Contains("7 migrated 7", xref);
    }

    [Fact]
    public async Task Its_books_stay_and_say_so()
    {
        await using var crms = await Crms.Create(ResumeAtEveryStep.OldSchema, InUse);
        await crms.Migrate(Plan);

        await crms.Withdraw(Plan);

        var (status, report) = ((await crms.Engine.Status("NewCrm", "run-1", CancellationToken.None))!, (await crms.Engine.Report("NewCrm", "run-1", CancellationToken.None))!);
        Assert.Equal(("withdrawn", Verdict.Withdrawn), (status.State, report.Verdict));
        Assert.StartsWith("The run was withdrawn at ", Assert.Single(status.Remarks), StringComparison.Ordinal);
        Assert.Contains(report.Entities, entity => entity.Counts.Created > 0);
        Assert.Contains("1 updated", await crms.Fates("customers"));
        var again = await Assert.ThrowsAsync<InvalidSettingException>(() => crms.Migrate(Plan, new RunOptions { RunId = "run-1" }));
        Assert.Contains("was withdrawn and cannot be carried on", again.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(InUse)]
    public async Task A_run_that_broke_off_half_way(string newSchema)
    {
        await using var crms = await Crms.Create(ResumeAtEveryStep.OldSchema, newSchema);
        var tables = newSchema.Length == 0 ? [] : Tables;
        var before = await crms.HashOfAll(tables);
        for (var step = 3; step < 16; step += 3)
        {
            var left = step;
            await Assert.ThrowsAsync<OperationCanceledException>(
                () => SteppedRun.Migrate(crms, Plan, new() { RunId = $"try-{step}", PartitionRows = 4 }, _ => --left == 0 ? throw new OperationCanceledException() : Task.CompletedTask));

            var withdrawal = await crms.Withdraw(Plan, $"try-{step}");

            Assert.Equal(0, withdrawal.Kept);
            Assert.Equal(before, await crms.HashOfAll(tables));
        }

        Assert.Equal(newSchema.Length == 0 ? 0 : 2, await crms.New.One<long>("select count(*) from pg_tables where tablename like 'new_crm%' or tablename like 'load%'"));
    }
}
