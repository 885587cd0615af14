using CrmMigration.Flow;
using CrmMigration.Plan;
using CrmMigration.Reconcile;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Rejects;

public class RunsThatRejectTooMuch
{
    // Every tenth thing has no name; things and others are the same.
    private const string Old =
        """
        create table things (id int primary key, name text); insert into things select i, case when i % 10 > 0 then 'x' end from generate_series(1, 1000) i;
        create table others (id int primary key, name text); insert into others select * from things
        """;

    [Theory]
    [InlineData("\"rejects\": 35", "", "stopAfter.rejects (35): 40 of 400 rows read were rejected, most by the rule required.missing", 400)]
    [InlineData("\"rejects\": 40", "", "stopAfter.rejects (40): 40 of 400 rows", 400)]
    [InlineData("\"rejects\": 41", "", "stopAfter.rejects (41): 50 of 500 rows", 500)]
    [InlineData("\"percent\": 9.5", "", "stopAfter.percent (9.5): 10 of 100 rows", 100)]
    [InlineData("\"rejects\": 35", "\"stopAfter\": { \"rejects\": 55 },", "entities.things.stopAfter.rejects (55): 60 of 600 rows", 600)]
    [InlineData("\"rejects\": 150", "", "stopAfter.rejects (150): 150 of 1,500 rows", 1500)]
    public async Task A_run_stops_after_the_partition_that_reached_the_limit_and_says_which(string limit, string own, string words, long read)
    {
        await using var crms = await Crms.Create(Old);

        var stopped = await Assert.ThrowsAsync<StepFailedException>(() => Migrate(crms, Plan(limit, own)));
        var status = (await crms.Engine.Status("NewCrm", "run-1", CancellationToken.None))!;

        Assert.Contains(words, stopped.Message, StringComparison.Ordinal);
        Assert.Contains("crm-migrate rejects run-1", stopped.Message, StringComparison.Ordinal);
        Assert.Equal(("failed", stopped.Message, read), (status.State, status.Failure, status.Counts.Read));
    }

    [Theory]
    [InlineData("\"rejects\": 201")]
    [InlineData("\"percent\": 10")]
    public async Task A_run_below_its_limits_goes_on_to_its_end(string limit)
    {
        await using var crms = await Crms.Create(Old);

        var report = await Migrate(crms, Plan(limit, ""));

        Assert.Equal((Verdict.Reconciled, 200), (report.Verdict, report.Counts.Rejected));
    }

    [Fact]
    public async Task A_share_of_a_few_rows_says_nothing()
    {
        await using var crms = await Crms.Create(Old.Replace("1000", "99", StringComparison.Ordinal));
        var plan = Plan("\"percent\": 9.5", "\"stopAfter\": { \"percent\": 1 },");

        var report = await Migrate(crms, plan);

        Assert.Equal(18, report.Counts.Rejected);
    }

    [Fact]
    public async Task A_run_that_is_resumed_counts_anew_and_comes_to_its_end()
    {
        await using var crms = await Crms.Create(Old);
        var plan = Plan("\"rejects\": 80", "");
        List<long> read = [];

        for (var stops = 0; stops < 2; stops++)
        {
            await Assert.ThrowsAsync<StepFailedException>(() => Migrate(crms, plan));
            read.Add((await crms.Engine.Status("NewCrm", "run-1", CancellationToken.None))!.Counts.Read);
        }

        var report = await Migrate(crms, plan);

        Assert.Equal([800, 1600], read);
        Assert.Equal((Verdict.Reconciled, 2000, 200), (report.Verdict, report.Counts.Read, report.Counts.Rejected));
    }

    private static MigrationPlan Plan(string limit, string own) => Plans.Of(
        $$"""
        "things": { {{own}} "from": { "table": "things", "key": "id" }, "to": { "table": "new_things", "key": "id", "create": true }, "required": ["name"] },
        "others": { "from": { "table": "others", "key": "id" }, "to": { "table": "new_others", "key": "id", "create": true }, "required": ["name"] }
        """).With($$"""
        "stopAfter": { {{limit}} }
        """);

    private static Task<RunReport> Migrate(Crms crms, MigrationPlan plan) => crms.Migrate(plan, new RunOptions { RunId = "run-1", PartitionRows = 100, Parallel = 1 });
}
