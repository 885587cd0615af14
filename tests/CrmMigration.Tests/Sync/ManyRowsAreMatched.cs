using CrmMigration.Plan;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Sync;

/// <summary>So many rows that they are read in several lanes, and their matches lie in different ones.</summary>
public class ManyRowsAreMatched
{
    private const int Pairs = 3_000;

    private static readonly MigrationPlan Plan = Plans.Customers();

    // The last: no session of the target is left for a lane; none of the source either.
    [Theory]
    [InlineData(20, 20)]
    [InlineData(2, 4)]
    [InlineData(2, 3)]
    [InlineData(1, 3)]
    public async Task Every_match_is_found_whatever_the_number_of_sessions(int ofOld, int ofNew)
    {
        await using var crms = await Crms.Create(Plans.OwnersTable + "; insert into old_crm_customers select i, 'Ann Lee', 'known' || i || '@example.com', null from generate_series(1, 100) i");
        await crms.MigrateQuietly(Plan);
        await crms.Old.Run($"insert into old_crm_customers select 1000 + i, 'Ann Lee', 'new' || i % {Pairs} || '@example.com', null from generate_series(1, {2 * Pairs}) i");
        await crms.Old.Run("insert into old_crm_customers select 20000 + i, 'Ann Lee', 'known' || i || '@example.com', null from generate_series(1, 100) i");
        crms.Sessions = (ofOld, ofNew);

        var report = await crms.Sync(Plan, parallel: ofOld == 1 ? 1 : 2);

        Replays.AssertReconciled(report);
        Assert.Equal((Pairs, Pairs + 100), (report.Counts.Created, report.Counts.Merged));
        Assert.Equal(100 + Pairs, await crms.New.One<long>("select count(*) from new_crm_customers"));
    }
}
