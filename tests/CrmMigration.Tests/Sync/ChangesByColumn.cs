using CrmMigration.Plan;
using CrmMigration.Tests.Postgres;
using Npgsql;
using Xunit;

namespace CrmMigration.Tests.Sync;

/// <summary>Passes read by a column that says when a row was written last. The first goes by the horizon, and then every third.</summary>
public class ChangesByColumn
{
    private const string ReadByColumn = "select passes_by_column from crm_migration.link_sets";

    private static readonly MigrationPlan Plan = PlanOf("\"horizonEvery\": 3");

    // The latest stamp of all is read again.
    [Fact]
    public async Task A_pass_brings_what_is_stamped_and_every_third_what_was_not_and_what_has_left()
    {
        await using var crms = await Started(Plan);
        await crms.Old.Run("update things set name = 'stamped', updated_at = now() where id = 3; update things set name = 'unstamped' where id = 4; delete from things where id = 5");

        var (second, third, fourth) = (await crms.Sync(Plan), await crms.Sync(Plan), await crms.Sync(Plan));

        Assert.All([second, third, fourth], Replays.AssertReconciled);
        Assert.Equal((2, 1, 1), (second.Counts.Read, second.Counts.Updated, second.Counts.Unchanged));
        Assert.Equal((0, 0), (third.Counts.Updated, third.Counts.Deleted));
        Assert.Equal((1, 1), (fourth.Counts.Updated, fourth.Counts.Deleted));
        Assert.Empty(await Differences.Between(crms, "things", "new_things"));
        Assert.Equal(0, await crms.New.One<int>(ReadByColumn));
    }

    [Theory]
    [InlineData("timestamptz")]
    [InlineData("timestamp")]
    [InlineData("date")]
    public async Task A_stamp_that_equals_the_bound_is_read_and_an_older_one_is_not(string type)
    {
        await using var crms = await Started(Plan, type);
        var bound = await crms.New.One<string>("select changed_since from crm_migration.link_sets");
        await crms.Old.Run($"insert into things values (101, 'at the bound', '{bound}'), (102, 'older', '{bound}'::{type} - interval '1 day')");

        await crms.Sync(Plan);

        Assert.Equal(["at the bound"], await crms.New.All<string>("select name from new_things where id > 100"));
        Assert.Equal(1, await crms.New.One<int>(ReadByColumn));
    }

    // The transaction begins before a pass by the column, stamps its rows with its beginning, and commits after the pass has read later stamps.
    [Theory]
    [InlineData("timestamptz")]
    [InlineData("timestamp")]
    [InlineData("date")]
    public async Task A_transaction_that_was_open_during_a_pass_arrives_with_the_next(string type)
    {
        await using var crms = await Started(Plan, type);
        await using var late = await crms.Old.DataSource.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await late.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await Run(late, "insert into things values (101, 'late', now())");
        await Run(late, "savepoint one; update things set name = 'late', updated_at = now() where id = 7; release savepoint one");
        await crms.Old.Run("update things set name = 'early', updated_at = clock_timestamp() where id = 8");
        var pass = await crms.Sync(Plan);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);

        await crms.Sync(Plan);

        Assert.Equal(1, pass.Counts.Updated);
        Assert.Equal(2, await crms.New.One<int>(ReadByColumn));
        Assert.Empty(await Differences.Between(crms, "things", "new_things"));
    }

    [Theory]
    [InlineData("", "50 minutes", 1)]
    [InlineData("", "70 minutes", 0)]
    [InlineData("\"overlap\": \"2h\"", "70 minutes", 1)]
    public async Task A_role_that_sees_no_transactions_of_others_looks_back_by_the_overlap(string overlap, string age, long arrived)
    {
        await using var role = await SecondRole.Create();
        var plan = PlanOf(overlap);
        await using var crms = await Crms.Create(Things("timestamptz") + $"; insert into things values (200, 'recent', now()); grant select on things to {role.Name}");
        crms.OldElsewhere = role.At(crms.Old);
        await crms.MigrateQuietly(plan);
        await crms.Sync(plan);
        await crms.Old.Run($"insert into things values (101, 'late', now() - interval '{age}')");

        await crms.Sync(plan);

        Assert.Equal(arrived, await crms.New.One<long>("select count(*) from new_things where id = 101"));
    }

    [Fact]
    public async Task A_plan_that_names_another_column_goes_by_the_horizon_first()
    {
        await using var crms = await Started(Plan);
        await crms.Old.Run("alter table things add other timestamptz not null default now() - interval '1 year'");
        await crms.Sync(Plan);
        await crms.Old.Run("update things set name = 'unstamped' where id = 4");

        var report = await crms.Sync(PlanOf("", "other"));

        Assert.Equal(1, report.Counts.Updated);
        Assert.Equal("other", await crms.New.One<string>("select changed_column from crm_migration.link_sets"));
    }

    [Fact]
    public async Task A_replaced_source_is_compared_as_a_whole_all_the_same()
    {
        await using var crms = await Started(Plan);
        await crms.Old.Run("update things set name = 'unstamped' where id = 4");
        await crms.New.Run("update crm_migration.link_sets set horizon = horizon + 1000000");

        var report = await crms.Sync(Plan);

        Assert.Equal((100, 1), (report.Counts.Read, report.Counts.Updated));
    }

    [Fact]
    public async Task The_lag_counts_from_the_last_pass_by_the_horizon()
    {
        await using var crms = await Started(Plan);
        await crms.New.Run("update crm_migration.link_sets set looked_at = looked_at - interval '1 hour'; update crm_migration.runs set started_at = started_at - interval '1 hour'");

        var report = await crms.Sync(Plan);

        Assert.False(report.Lag!.IsExact);
        Assert.InRange(report.Lag.Seconds, 3600, 4000);
        Assert.InRange((await crms.Engine.SyncLag(Plan, CancellationToken.None))!.Value.TotalSeconds, 3600, 4000);
    }

    private static string Things(string type) =>
        $"""
        create table things (id int primary key, name text, updated_at {type} not null); create index on things (updated_at);
        insert into things select i, 'thing ' || i, now() - interval '3 days' - i * interval '1 hour' from generate_series(1, 100) i
        """;

    private static MigrationPlan PlanOf(string more, string column = "updated_at") => Plans.Of($$"""
        "things": {
          "from": { "table": "things", "key": "id", "changes": { "changedAt": "{{column}}"{{(more.Length > 0 ? ", " : "")}}{{more}} } },
          "to": { "table": "new_things", "key": "id", "create": true }
        }
        """);

    private static async Task<Crms> Started(MigrationPlan plan, string type = "timestamptz")
    {
        var crms = await Crms.Create(Things(type));
        await crms.MigrateQuietly(plan);
        await crms.Sync(plan);
        return crms;
    }

    private static async Task Run(NpgsqlConnection connection, string statement)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}
