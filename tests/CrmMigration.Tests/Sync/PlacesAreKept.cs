using CrmMigration.Plan;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Sync;

/// <summary>Who stands for which row of the target, when survivors leave, come back, are edited or refused.</summary>
public class PlacesAreKept
{
    // 2 is 1 with a phone, 4 stands alone.
    private const string Old =
        Plans.OwnersTable + """
        ; insert into old_crm_customers values
          (1, 'Ann Lee', 'ann@example.com', null), (2, 'Ann Leigh', 'ann@example.com', '+1 212 555 0102'), (4, 'Di Poe', 'di@example.com', '+1 212 555 0104')
        """;

    private const string Target = "create table new_crm_customers (id int primary key, first_name text, last_name text, email text, phone text unique)";

    private const string Row = "select concat_ws(' ', first_name, last_name, email, phone) from new_crm_customers where id = ";

    private static readonly MigrationPlan Plan = Plans.Customers();

    [Fact]
    public async Task A_key_that_is_given_again_does_not_take_the_place_of_who_took_it_over()
    {
        await using var crms = await Started();
        await crms.Old.Run("delete from old_crm_customers where id = 1");
        await crms.Sync(Plan);
        await crms.Old.Run("insert into old_crm_customers values (1, 'Zed Fox', 'zed@example.com', null); update old_crm_customers set name = 'Ann L' where id = 2");

        var report = await crms.Sync(Plan);
        var next = await crms.Sync(Plan);

        Replays.AssertReconciled(report);
        Replays.AssertReconciled(next);
        Assert.Equal(["1 rejected", "2 updated 1"], await crms.Fates("customers", "sync-3"));
        Assert.Equal("Ann L ann@example.com +12125550102", await crms.New.One<string>(Row + "1"));
        Assert.Equal(["1 rejected", "2 migrated 1", "4 migrated 4"], await crms.Xref("customers"));
    }

    [Fact]
    public async Task Merged_rows_that_left_a_row_that_was_edited_may_come_back()
    {
        await using var crms = await Started();
        await crms.New.Run("update new_crm_customers set last_name = 'Edited' where id = 1");
        await crms.Old.Run("delete from old_crm_customers where id in (1, 2)");
        await crms.Sync(Plan);
        await crms.Old.Run("insert into old_crm_customers values (1, 'Ann Lee', 'ann@example.com', null), (2, 'Ann Leigh', 'ann@example.com', '+1 212 555 0102')");

        var report = await crms.Sync(Plan);
        var next = await crms.Sync(Plan);

        Replays.AssertReconciled(report);
        Replays.AssertReconciled(next);
        Assert.Equal(["1 conflict 1", "2 merged 1"], await crms.Fates("customers", "sync-3"));
        Assert.Equal("Ann Edited ann@example.com +12125550102", await crms.New.One<string>(Row + "1"));
    }

    [Fact]
    public async Task A_survivor_that_leaves_a_row_that_was_edited_hands_it_over_as_it_stands()
    {
        await using var crms = await Started();
        await crms.New.Run("update new_crm_customers set last_name = 'Edited' where id = 1");
        await crms.Old.Run("delete from old_crm_customers where id = 1");

        var report = await crms.Sync(Plan);
        var next = await crms.Sync(Plan);
        var verified = await crms.Verify(Plan);

        Replays.AssertReconciled(report);
        Assert.Equal(0, next.Counts.Read);
        Assert.Equal(["2 migrated 1", "4 migrated 4"], await crms.Xref("customers"));
        Assert.Equal("Ann Edited ann@example.com +12125550102", await crms.New.One<string>(Row + "1"));
        Assert.Equal("edited", Assert.Single(verified.Entities[0].Verification!.Differences).Why);
    }

    [Fact]
    public async Task A_survivor_that_leaves_hands_over_to_a_row_that_cannot_be_mapped_too()
    {
        await using var crms = await Started();
        await crms.Old.Run("delete from old_crm_customers where id = 1; update old_crm_customers set name = null where id = 2");

        await crms.Sync(Plan);
        var next = await crms.Sync(Plan);

        Assert.Equal(["1 deleted", "2 rejected"], await crms.Fates("customers", "sync-2"));
        Assert.Equal(0, next.Counts.Deleted);
        Assert.Equal(["2 migrated 1", "4 migrated 4"], await crms.Xref("customers"));
        Assert.Equal("Ann Lee ann@example.com +12125550102", await crms.New.One<string>(Row + "1"));
    }

    [Fact]
    public async Task What_a_merged_row_brings_and_the_target_refuses_is_rejected_and_arrives_when_it_can()
    {
        await using var crms = await Started();
        await crms.Old.Run("update old_crm_customers set phone = '+1 212 555 0104' where id = 2");

        var report = await crms.Sync(Plan);
        var before = await crms.Fates("customers", "sync-2");
        await crms.Old.Run("update old_crm_customers set phone = '+1 212 555 0199' where id = 4");
        await crms.Sync(Plan);
        await crms.Sync(Plan);

        Replays.AssertReconciled(report);
        Assert.Equal(["2 rejected"], before);
        Assert.Equal("Ann Lee ann@example.com +12125550104", await crms.New.One<string>(Row + "1"));
    }

    [Fact]
    public async Task A_row_that_matches_one_that_was_deleted_in_the_target_arrives_when_that_is_back()
    {
        await using var crms = await Started();
        await crms.New.Run("delete from new_crm_customers where id = 4");
        await crms.Old.Run("insert into old_crm_customers values (9, 'Di Poe', 'di@example.com', null)");
        await crms.Sync(Plan);
        var before = await crms.Xref("customers");
        await crms.Verify(Plan, repairs: true);

        await crms.Sync(Plan);

        Assert.Contains("9 rejected", before);
        Assert.Contains("9 merged 4", await crms.Xref("customers"));
    }

    [Fact]
    public async Task An_heir_that_the_target_refuses_is_told_and_takes_its_place_when_it_can()
    {
        await using var crms = await Crms.Create(
            Plans.OwnersTable + "; insert into old_crm_customers values (1, 'Ann Lee', 'ann@example.com', '+1 212 555 0101'), (2, 'Ann Leigh', 'ann@example.com', '+1 212 555 0104'), (4, 'Di Poe', 'di@example.com', '+1 212 555 0104')",
            Target);
        await crms.MigrateQuietly(Plan);
        await crms.Sync(Plan);
        await crms.Old.Run("delete from old_crm_customers where id = 1");

        var report = await crms.Sync(Plan);
        var reviews = await crms.New.All<string>("select source_key || ' ' || kind from crm_migration.reviews where run_id = 'sync-2'");
        await crms.Old.Run("update old_crm_customers set phone = '+1 212 555 0199' where id = 4");
        await crms.Sync(Plan);
        await crms.Sync(Plan);

        Replays.AssertReconciled(report);
        Assert.Equal(["2 conflict"], reviews);
        Assert.Equal("Ann Leigh ann@example.com +12125550104", await crms.New.One<string>(Row + "1"));
    }

    private static async Task<Crms> Started()
    {
        var crms = await Crms.Create(Old, Target);
        await crms.MigrateQuietly(Plan);
        await crms.Sync(Plan);
        return crms;
    }
}
