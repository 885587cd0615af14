using CrmMigration.Cli.Runner;
using CrmMigration.Plan;
using CrmMigration.Reconcile;
using CrmMigration.Tests.Postgres;
using Npgsql;
using Xunit;

namespace CrmMigration.Tests.Replay;

public class FixesAreRead
{
    // Without a name a thing is rejected; the columns show how values travel.
    private const string Old =
        """
        create table things (id int primary key, name varchar(10), n numeric(6,2), at timestamptz, flag boolean, code char(4), list int[], doc json, email text);
        insert into things select i, null, 1.5, '2026-01-02 03:04:05+00', true, 'ab', '{1,2}', '{"a":  1}', 'THING' || i || '@example.com' from generate_series(1, 4) i;
        insert into things (id, name) values (0, 'good')
        """;

    private static readonly MigrationPlan Plan = Plans.Of(
        """
        "things": {
          "from": { "table": "things", "key": "id" }, "to": { "table": "new_things", "key": "id", "create": true },
          "fields": [
            { "from": "name", "to": "name" }, { "from": "n", "to": "n" }, { "from": "at", "to": "at" }, { "from": "flag", "to": "flag" },
            { "from": "code", "to": "code" }, { "from": "list", "to": "list" }, { "from": "doc", "to": "doc" }, { "from": "email", "to": "name2", "as": "email" }
          ],
          "required": ["name"]
        }
        """);

    [Fact]
    public async Task Values_of_any_type_take_the_place_of_the_sources_and_the_others_stay_as_they_are()
    {
        await using var crms = await Crms.Create(Old);
        await crms.Migrate(Plan);
        await crms.New.Run("""
            update crm_migration.rejects set fix = '{"name": "one"}' where source_key = '1';
            update crm_migration.rejects set fix = '{"name": "two", "n": 12.25, "at": "2027-01-01 00:00:00+00", "flag": false, "code": "xyz", "list": [3, null], "doc": {"b": 2}, "name2": "Two@EXAMPLE.com"}' where source_key = '2';
            update crm_migration.rejects set fix = '{"name": "three", "n": null, "at": null, "flag": null, "code": null, "list": null, "doc": null, "email": null}' where source_key = '3'
            """);

        var report = await crms.Replay(Plan);

        Assert.Equal((Verdict.Reconciled, 4, 1), (report.Verdict, report.Counts.Created, report.Counts.Rejected));
        Assert.Equal(
            [
                """(1,one,1.50,"2026-01-02 03:04:05+00",t,"ab  ","{1,2}","{""a"":  1}",THING1@example.com)""",
                """(2,two,12.25,"2027-01-01 00:00:00+00",f,"xyz ","{3,NULL}","{""b"": 2}",Two@example.com)""",
                "(3,three,,,,,,,)",
            ],
            await crms.New.All<string>("set timezone to 'UTC'; select t::text from new_things as t where id > 0 order by id"));
    }

    [Theory]
    [InlineData("{\"n\": \"many\"}", "fix.unusable", "n takes numeric(6,2)")]
    [InlineData("{\"at\": \"2026-02-30\"}", "fix.unusable", "at takes timestamp with time zone")]
    [InlineData("{\"nme\": \"x\"}", "fix.unknown-column", "neither writes nor reads such a column")]
    [InlineData("{\"id\": 7}", "fix.unknown-column", "neither writes nor reads such a column")]
    [InlineData("{\"name\": \"much too long a name\"}", "fix.unusable", "name takes character varying(10)")]
    public async Task A_fix_that_cannot_be_used_costs_only_its_own_row(string fix, string rule, string words)
    {
        await using var crms = await Crms.Create(Old);
        await crms.Migrate(Plan);
        await crms.New.Run($$"""update crm_migration.rejects set fix = case when source_key = '3' then '{"name": "x"}'::jsonb || '{{fix}}' else '{"name": "good"}' end""");

        var report = await crms.Replay(Plan);

        Assert.Equal((Verdict.Reconciled, 4), (report.Verdict, report.Counts.Created));
        Assert.Equal([$"things 3 {rule}"], await crms.Rejects());
        Assert.Contains(words, report.Entities[0].Rejects[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_source_columns_own_name_wins_over_the_target_columns()
    {
        await using var crms = await Crms.Create(Old);
        await crms.Migrate(Plan);
        await crms.New.Run("""update crm_migration.rejects set fix = '{"name": "x", "name2": "target@example.com", "email": "source@example.com"}' where source_key = '1'""");

        await crms.Replay(Plan);

        Assert.Equal("source@example.com", await crms.New.One<string>("select name2 from new_things where id = 1"));
    }

    [Fact]
    public async Task A_name_that_means_nothing_to_the_plan_is_refused_when_it_is_entered()
    {
        await using var crms = await Crms.Create(Old);
        await crms.Migrate(Plan);

        var refused = await Assert.ThrowsAsync<InvalidSettingException>(() => crms.Fix("required.missing", null, ("nme", "x")));

        Assert.StartsWith("A value was given for 'nme'. The plan of things neither writes nor reads such a column. It writes name, n, at,", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fixed_values_stand_in_no_statement_that_the_source_could_log()
    {
        const string Waiting = "select query from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' limit 1";
        await using var crms = await Crms.Create(Old);
        await crms.Migrate(Plan);
        await crms.Fix("required.missing", null, ("name", "secret"));
        await using var holder = await crms.Old.DataSource.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var hold = await holder.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var run = await crms.Engine.BeginReplay(Plan, new() { RunId = "run-1" }, new(), CancellationToken.None);
        await using (var statement = new NpgsqlCommand("lock table things in access exclusive mode", holder))
        {
            await statement.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var replay = Task.Run(() => InProcessRunner.Replay(run, CancellationToken.None), TestContext.Current.CancellationToken);
        string? query;
        while ((query = await crms.Old.One<string>(Waiting)) is null)
        {
            Assert.False(replay.IsCompleted);
        }

        await hold.RollbackAsync(TestContext.Current.CancellationToken);
        var report = await replay;

        Assert.Contains("crm_migration.fixes", query, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", query, StringComparison.Ordinal);
        Assert.Equal(0, report.Counts.Rejected);
    }
}
