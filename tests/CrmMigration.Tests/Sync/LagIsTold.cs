using CrmMigration.Plan;
using CrmMigration.Reconcile.Report;
using CrmMigration.Tests.Cli;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Sync;

/// <summary>The source keeps no commit times: the lag is none or a bound. Servers/LagByCommitTimes has the rest.</summary>
public class LagIsTold
{
    private const string Things = "create table things (id int primary key, name text); insert into things select i, 'thing ' || i from generate_series(1, 9) i";

    private static readonly MigrationPlan Plan = Plans.Copy("things", "new_things", create: true);

    [Theory]
    [InlineData("update things set name = 'changed' where id = 3")]
    [InlineData("delete from things where id = 3")]
    [InlineData("insert into things values (10, 'new')")]
    public async Task What_changed_is_at_most_as_old_as_the_last_look(string change)
    {
        await using var crms = await Crms.Create(Things);
        await crms.MigrateQuietly(Plan);
        await crms.Sync(Plan);
        var before = await crms.Old.One<double>("select extract(epoch from clock_timestamp())::float8");
        await crms.New.Run("update crm_migration.link_sets set looked_at = looked_at - interval '1 hour'");
        await crms.Old.Run(change);

        var lag = (await crms.Sync(Plan)).Lag!;

        var passed = await crms.Old.One<double>("select extract(epoch from clock_timestamp())::float8") - before;
        Assert.False(lag.IsExact);
        Assert.InRange(lag.Seconds, 3600, 3600 + passed + 60);
    }

    [Fact]
    public async Task Where_nothing_changed_there_is_none()
    {
        await using var crms = await Crms.Create(Things);
        await crms.MigrateQuietly(Plan);
        await crms.Sync(Plan);

        var report = await crms.Sync(Plan);

        Assert.Equal(new(0, IsExact: true), report.Lag);
        Assert.Null((await crms.Engine.Report("NewCrm", "run-1", CancellationToken.None))!.Lag);
    }

    [Fact]
    public async Task The_largest_of_all_sources_counts()
    {
        await using var crms = await Crms.Create(Things + "; create table others (id int primary key); insert into others values (1)");
        var plan = Plans.Of("""
            "things": { "from": { "table": "things", "key": "id" }, "to": { "table": "new_things", "key": "id", "create": true } },
            "others": { "from": { "table": "others", "key": "id" }, "to": { "table": "new_others", "key": "id", "create": true } }
            """);
        await crms.MigrateQuietly(plan);
        await crms.Sync(plan);
        await crms.Old.Run("update things set name = 'changed' where id = 3");

        var report = await crms.Sync(plan);

        Assert.False(report.Lag!.IsExact);
    }

    [Fact]
    public async Task Of_a_source_that_was_replaced_nobody_knows()
    {
        await using var crms = await Crms.Create(Things);
        await crms.MigrateQuietly(Plan);
        await crms.Sync(Plan);
        await crms.New.Run("update crm_migration.link_sets set horizon = horizon + 1000000");

        Assert.Null((await crms.Sync(Plan)).Lag);
    }

    [Fact]
    public async Task Status_and_report_tell_it_in_words_and_as_json()
    {
        await using var crms = await Crms.Create(Things);
        await crms.MigrateQuietly(Plan);
        await crms.Sync(Plan);
        await crms.Old.Run("update things set name = 'changed' where id = 3");
        var report = await crms.Sync(Plan);
        var program = new ProgramInMemory();

        var codes = (await program.Run(crms.Settings, "status", report.RunId), await program.Run(crms.Settings, "report", report.RunId));

        Assert.Equal((0, 0), codes);
        Assert.Equal(2, program.Output.ReplaceLineEndings(" ").Split("at most").Length - 1);
        Assert.Contains(LagWords.Of(report.Lag!), HtmlReport.Render(report), StringComparison.Ordinal);
        Assert.Contains("\"isExact\": false", ReportJson.Write((await crms.Engine.Status("NewCrm", report.RunId, CancellationToken.None))!), StringComparison.Ordinal);
    }
}
