using CrmMigration.Plan;
using CrmMigration.Tests.Postgres;
using Npgsql;
using Xunit;

namespace CrmMigration.Tests.Sync.Servers;

/// <summary>The source keeps commit times (track_commit_timestamp).</summary>
public sealed class LagByCommitTimes(ScratchServer server) : IClassFixture<ScratchServer>
{
    private const string Age = "select extract(epoch from clock_timestamp() - min(pg_xact_commit_timestamp(xmin)))::float8 from things where name like 'changed%'";

    private static readonly MigrationPlan Plan = Plans.Copy("things", "new_things");

    [Fact]
    public async Task It_is_the_age_of_the_oldest_commit_that_the_last_look_cannot_have_seen()
    {
        await using var crms = await Started();
        await using var late = await server.DataSource.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var open = await late.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await Run(late, "update things set name = 'changed late' where id = 1");
        await server.Execute("update things set name = 'seen' where id = 2");
        await crms.Sync(Plan);
        await open.CommitAsync(TestContext.Current.CancellationToken);
        await server.Execute("update things set name = 'changed' where id = 3");
        var least = await server.One<double>(Age);

        var report = await crms.Sync(Plan);

        Assert.True(report.Lag!.IsExact);
        Assert.InRange(report.Lag.Seconds, least, await server.One<double>(Age));
        Assert.Equal(3, report.Counts.Read);
    }

    [Fact]
    public async Task Rows_that_are_read_again_as_a_transaction_is_open_are_no_lag()
    {
        await using var crms = await Started();
        await using var late = await server.DataSource.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var open = await late.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await Run(late, "update things set name = 'never' where id = 1");
        await server.Execute("update things set name = 'seen' where id = 2");
        await crms.Sync(Plan);

        var report = await crms.Sync(Plan);

        Assert.Equal((1, new(0, IsExact: true)), (report.Counts.Read, report.Lag));
    }

    [Fact]
    public async Task A_row_that_is_gone_has_no_time_and_leaves_a_bound()
    {
        await using var crms = await Started();
        await server.Execute("delete from things where id = 4");

        Assert.False((await crms.Sync(Plan)).Lag!.IsExact);
    }

    private static async Task Run(NpgsqlConnection connection, string statement)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<Crms> Started()
    {
        await server.Execute("drop table if exists things; create table things (id int primary key, name text); insert into things select i, 'thing ' || i from generate_series(1, 9) i");
        var crms = await Crms.Create("", "create table new_things (id int primary key, name text)");
        crms.OldElsewhere = server.ConnectionString;
        await crms.MigrateQuietly(Plan);
        await crms.Sync(Plan);
        return crms;
    }
}
