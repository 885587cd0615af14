using CrmMigration.Plan;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Sync;

/// <summary>A full run is started anew, as after the source's table was altered, and passes go on from it.</summary>
public class AfterANewFullRun
{
    private static readonly MigrationPlan Plan = Plans.Copy("things", "new_things");

    [Fact]
    public async Task A_row_that_had_left_before_it_leaves_the_target_with_the_next_pass()
    {
        await using var crms = await Crms.Create(
            "create table things (id int primary key, name text); insert into things select i, 'thing ' || i from generate_series(1, 20) i", "create table new_things (id int primary key, name text)");
        await crms.MigrateQuietly(Plan);
        await crms.Sync(Plan);
        await crms.New.Run("update new_things set name = 'edited' where id = 8");
        await crms.Old.Run("delete from things where id in (8, 9); insert into things values (21, 'thing 21')");
        await crms.MigrateQuietly(Plan);

        var report = await crms.Sync(Plan);
        var next = await crms.Sync(Plan);

        Replays.AssertReconciled(report);
        Assert.Equal(["8 conflict 8", "9 deleted"], await crms.Fates("things", "sync-2"));
        Assert.Equal(0, next.Counts.Read);
        Assert.Equal([8], await crms.New.All<int>("select id from new_things where id in (8, 9)"));
        Assert.Equal(19, await crms.New.One<long>("select count(*) from crm_migration.xref where status = 'migrated'"));
    }

    [Fact]
    public async Task Neither_a_verification_nor_a_replay_in_between_forgets_it()
    {
        await using var crms = await Crms.Create(
            "create table things (id int primary key, name text); insert into things select i, 'thing ' || i from generate_series(1, 20) i",
            "create table new_things (id int primary key, name text check (name <> 'thing 3'))");
        await crms.MigrateQuietly(Plan);
        await crms.Sync(Plan);
        await crms.Old.Run("delete from things where id = 9");
        var run = await crms.MigrateQuietly(Plan);
        await crms.Verify(Plan);
        await crms.New.Run("alter table new_things drop constraint new_things_name_check");
        await crms.Replay(Plan, run: run.RunId);

        var report = await crms.Sync(Plan);

        Replays.AssertReconciled(report);
        Assert.Equal(19, await crms.New.One<long>("select count(*) from new_things"));
        Assert.Equal(0, await crms.New.One<long>("select count(*) from new_things where id = 9"));
    }
}
