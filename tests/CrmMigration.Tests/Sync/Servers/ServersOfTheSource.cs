using CrmMigration.Plan;
using CrmMigration.Reconcile;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Sync.Servers;

/// <summary>What can become of the old CRM's server between two passes.</summary>
public sealed class ServersOfTheSource(ScratchServer server) : IClassFixture<ScratchServer>
{
    private const string Things = "drop table if exists things; create table things (id int primary key, name text)";

    private const string Rows = "insert into things select i, 'thing ' || i from generate_series(1, 9) i";

    private static readonly MigrationPlan Plan = Plans.Copy("things", "new_things");

    [Fact]
    public async Task An_older_copy_of_its_files_is_noticed_and_what_it_has_not_leaves_again()
    {
        await server.Execute($"{Things}; {Rows}");
        await using var crms = await Started();
        await server.Stop();
        await server.Keep();
        await server.Start();
        await server.Execute("update things set name = 'lost' where id = 2");
        await server.Execute("insert into things values (10, 'lost'); delete from things where id = 3");
        await server.Execute("do $$ begin for i in 1..50 loop perform pg_current_xact_id(); commit; end loop; end $$");
        await Sync(crms);
        var before = await crms.New.All<string>("select name from new_things where id in (2, 3, 10) order by id");
        await server.Stop();
        await server.PutBack();
        await server.Start();
        await server.Execute("update things set name = 'changed since' where id = 5");

        var report = await Sync(crms);

        Assert.Equal(["lost", "lost"], before);
        Assert.Contains("it was restored", string.Join(' ', report.Remarks), StringComparison.Ordinal);
        await AssertEqual(crms);
    }

    [Fact]
    public async Task Another_server_with_a_copy_of_its_rows_is_noticed_and_what_changed_meanwhile_arrives()
    {
        await server.Execute($"{Things}; {Rows}");
        await using var crms = await Crms.Create($"{Things}; {Rows}", "create table new_things (id int primary key, name text)");
        await crms.MigrateQuietly(Plan);
        await crms.Sync(Plan);
        await server.Execute("update things set name = 'changed' where id = 2; delete from things where id = 3; insert into things values (10, 'new')");
        crms.OldElsewhere = server.ConnectionString;

        var report = await crms.Sync(Plan);

        Assert.Contains("another database", string.Join(' ', report.Remarks), StringComparison.Ordinal);
        Assert.Equal((1, 1, 1), (report.Counts.Created, report.Counts.Updated, report.Counts.Deleted));
        await AssertEqual(crms);
    }

    [Fact]
    public async Task A_prepared_transaction_that_was_open_during_a_pass_arrives_with_the_next()
    {
        await server.Execute($"{Things}; {Rows}");
        await using var crms = await Started();
        await server.Execute("begin; update things set name = 'late' where id = 4; insert into things values (10, 'late'); delete from things where id = 9; prepare transaction 'late'");
        await server.Execute("update things set name = 'early' where id = 5");
        await Sync(crms);
        var before = await crms.New.All<string>("select name from new_things where id in (4, 5, 9, 10) order by id");
        await server.Execute("commit prepared 'late'");

        await Sync(crms);

        Assert.Equal(["thing 4", "early", "thing 9"], before);
        await AssertEqual(crms);
    }

    private async Task<Crms> Started()
    {
        var crms = await Crms.Create("", "create table new_things (id int primary key, name text)");
        crms.OldElsewhere = server.ConnectionString;
        await crms.MigrateQuietly(Plan);
        await crms.Sync(Plan);
        return crms;
    }

    // A server that was started anew listens elsewhere.
    private async Task<RunReport> Sync(Crms crms)
    {
        crms.OldElsewhere = server.ConnectionString;
        var report = await crms.Sync(Plan);
        Replays.AssertReconciled(report);
        return report;
    }

    private async Task AssertEqual(Crms crms) => Assert.Empty(await Differences.Between(crms, server.DataSource, "things", "new_things"));
}
