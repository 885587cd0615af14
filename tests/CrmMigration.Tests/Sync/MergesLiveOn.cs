using CrmMigration.Plan;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Sync;

public class MergesLiveOn
{
    // 2 is 1 with a phone, 4 stands alone.
    private const string Old =
        Plans.OwnersTable + """
        ; create table old_crm_orders (id int primary key, customer_id int, amount numeric(12,2), currency char(3));
        insert into old_crm_customers values
          (1, 'Ann Lee', 'ann@example.com', null), (2, 'Ann Leigh', 'ann@example.com', '+1 212 555 0102'), (4, 'Di Poe', 'di@example.com', null);
        insert into old_crm_orders values (10, 1, 1.25, 'USD'), (20, 2, 2.50, 'USD')
        """;

    private static readonly MigrationPlan Plan = Plans.CustomersAndOrders();

    [Fact]
    public async Task A_new_row_joins_the_customer_that_it_matches_and_its_orders_follow()
    {
        await using var crms = await Start();
        await crms.Old.Run("insert into old_crm_customers values (9, 'Di Poe', 'DI@example.com', '+1 212 555 0109'); insert into old_crm_orders values (90, 9, 9, 'USD')");

        var report = await crms.Sync(Plan);

        Replays.AssertReconciled(report);
        Assert.Equal(["9 merged 4"], await crms.Fates("customers", "sync-1"));
        Assert.Equal("+12125550109", await crms.New.One<string>("select phone from new_crm_customers where id = 4"));
        Assert.Equal(4, await crms.New.One<int>("select customer_id from new_crm_orders where id = 90"));
    }

    [Fact]
    public async Task New_rows_that_are_one_become_one()
    {
        await using var crms = await Start();
        await crms.Old.Run("insert into old_crm_customers values (31, 'Zoe Fox', 'zoe@example.com', null), (30, 'Zoe Fox', 'zoe@example.com', '+1 212 555 0130')");

        await crms.Sync(Plan);

        Assert.Equal(["30 created 30", "31 merged 30"], await crms.Fates("customers", "sync-1"));
    }

    [Fact]
    public async Task What_a_merged_row_gave_to_its_survivor_follows_the_merged_row()
    {
        await using var crms = await Start();
        await crms.Old.Run("update old_crm_customers set phone = '+1 212 555 0199' where id = 2");

        var report = await crms.Sync(Plan);

        Replays.AssertReconciled(report);
        Assert.Equal(["2 merged 1"], await crms.Fates("customers", "sync-1"));
        Assert.Equal("Ann Lee +12125550199", await crms.New.One<string>("select concat_ws(' ', first_name, last_name, phone) from new_crm_customers where id = 1"));
    }

    [Fact]
    public async Task A_survivor_that_changes_keeps_what_others_filled()
    {
        await using var crms = await Start();
        await crms.Old.Run("update old_crm_customers set name = 'Ann Lea' where id = 1");

        await crms.Sync(Plan);

        Assert.Equal("Ann Lea +12125550102", await crms.New.One<string>("select concat_ws(' ', first_name, last_name, phone) from new_crm_customers where id = 1"));
    }

    [Fact]
    public async Task A_survivor_that_leaves_hands_its_place_over_and_the_key_stays()
    {
        await using var crms = await Start();
        await crms.Old.Run("delete from old_crm_orders where id = 10; delete from old_crm_customers where id = 1");

        var report = await crms.Sync(Plan);
        var second = await crms.Sync(Plan);

        Replays.AssertReconciled(report);
        Assert.Equal(["1 deleted"], await crms.Fates("customers", "sync-1"));
        Assert.Equal(["2 migrated 1", "4 migrated 4"], await crms.Xref("customers"));
        Assert.Equal("1 Ann Leigh +12125550102", await crms.New.One<string>("select concat_ws(' ', id, first_name, last_name, phone) from new_crm_customers where id < 4"));
        Assert.Equal(1, await crms.New.One<int>("select customer_id from new_crm_orders where id = 20"));
        Assert.Equal((0, 0, 0), (second.Counts.Created, second.Counts.Updated, second.Counts.Deleted));
    }

    [Fact]
    public async Task A_merged_row_that_leaves_takes_along_what_it_gave()
    {
        await using var crms = await Start();
        await crms.Old.Run("delete from old_crm_orders where id = 20; delete from old_crm_customers where id = 2");

        await crms.Sync(Plan);

        Assert.Equal("1 Ann Lee", await crms.New.One<string>("select concat_ws(' ', id, first_name, last_name, phone) from new_crm_customers where id < 4"));
    }

    [Fact]
    public async Task A_merged_row_that_no_longer_matches_stays_and_is_told()
    {
        await using var crms = await Start();
        await crms.Old.Run("update old_crm_customers set name = 'Bo Ray', email = 'bo@example.com' where id = 2");

        await crms.Sync(Plan);

        Assert.Equal(["2 merged 1"], await crms.Fates("customers", "sync-1"));
        Assert.Equal("2 no-longer-matches", await crms.New.One<string>("select source_key || ' ' || kind from crm_migration.reviews"));
    }

    [Fact]
    public async Task A_row_that_matches_two_customers_joins_the_lower_and_is_told()
    {
        await using var crms = await Start();
        await crms.Old.Run("update old_crm_customers set phone = '+1 212 555 0104' where id = 4");
        await crms.Sync(Plan);
        await crms.Old.Run("update old_crm_customers set name = 'Di Lee', phone = '+1 212 555 0177' where id = 1; insert into old_crm_customers values (9, 'Di Poe', 'ann@example.com', '+1 212 555 0104')");

        await crms.Sync(Plan);

        Assert.Equal(["1 updated 1", "9 merged 1"], await crms.Fates("customers", "sync-2"));
        Assert.Contains("9 matches-two 1 4", await crms.New.All<string>("select concat_ws(' ', source_key, kind, target_key, other_key) from crm_migration.reviews where run_id = 'sync-2'"));
    }

    [Fact]
    public async Task Of_match_keys_only_those_of_the_newest_full_run_and_its_passes_are_kept()
    {
        await using var crms = await Start();
        await crms.Old.Run("insert into old_crm_customers values (9, 'Di Poe', 'di@example.com', null)");
        await crms.Sync(Plan);

        await crms.MigrateQuietly(Plan);

        Assert.Equal(["run-2"], await crms.New.All<string>("select distinct run_id from crm_migration.match_keys join crm_migration.entities using (entity_id)"));
    }

    private static async Task<Crms> Start()
    {
        var crms = await Crms.Create(Old);
        await crms.MigrateQuietly(Plan);
        Assert.Equal(["1 created 1", "2 merged 1", "4 created 4"], await crms.Fates("customers"));
        return crms;
    }
}
