using CrmMigration.Plan;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Withdraw;

public class EmptyPasses
{
    private const string Things = "create table things (id int primary key, name text); insert into things select i, 'thing ' || i from generate_series(1, 5) i";

    private static readonly MigrationPlan Plan = Plans.Copy("things", "new_things");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_a_pass_that_is_withdrawn_do_not_hide_what_it_had_brought(bool withdrawn)
    {
        await using var crms = await Crms.Create(Things, "create table new_things (id int primary key, name text)");
        await crms.Migrate(Plan);
        await crms.Sync(Plan);
        await crms.Old.Run("update things set name = 'newer' where id = 2; insert into things values (6, 'six'); delete from things where id = 3");
        await crms.Sync(Plan);
        await crms.Sync(Plan);

        await crms.Withdraw(Plan, "sync-2");
        var between = await crms.New.All<string>("select name from new_things order by id");
        if (withdrawn)
        {
            await crms.Withdraw(Plan, "sync-3");
        }

        await crms.Sync(Plan);

        Assert.Equal(["thing 1", "thing 2", "thing 3", "thing 4", "thing 5"], between);
        Assert.Equal(["thing 1", "newer", "thing 4", "thing 5", "six"], await crms.New.All<string>("select name from new_things order by id"));
    }

    [Fact]
    public async Task After_a_full_run_that_is_withdrawn_bring_back_no_links_of_it()
    {
        await using var crms = await Crms.Create(Things, "create table new_things (id int primary key, name text)");
        await crms.Migrate(Plan);
        await crms.Sync(Plan);

        await crms.Withdraw(Plan);
        await crms.Withdraw(Plan, "sync-1");

        Assert.Equal(0, await crms.New.One<long>("select count(*) from crm_migration.link_sets"));
    }
}
