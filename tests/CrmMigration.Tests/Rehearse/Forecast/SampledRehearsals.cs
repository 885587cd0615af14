using CrmMigration.Plan;
using CrmMigration.Reconcile;
using CrmMigration.Rehearse.Forecast;
using CrmMigration.Runs;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Rehearse.Forecast;

public class SampledRehearsals
{
    // 20,000 customers, a tenth of them duplicates far away, some unusable; orders of them, some of nobody.
    private const string Old =
        Plans.OwnersTable + """
        ; insert into old_crm_customers
          select i, case when i % 97 = 0 then null else 'Anna Berg' || i % 18000 end, case when i % 31 = 0 then 'bad@' else 'anna' || i % 18000 || '@example.org' end, null from generate_series(1, 20000) i;
        create table old_crm_orders (id int primary key, customer_id int, amount numeric(12,2), currency char(3));
        insert into old_crm_orders select i, case when i % 500 = 0 then 90000 + i else i * 7919::bigint % 20000 + 1 end, 1, 'USD' from generate_series(1, 30000) i;
        analyze
        """;

    private const string Target =
        """
        create table new_crm_customers (id int primary key, first_name varchar(255), last_name varchar(255), email varchar(255), phone varchar(255));
        create table new_crm_orders (id int primary key, customer_id int not null references new_crm_customers, amount numeric(12,2) check (amount < 5), currency char(3));
        insert into new_crm_customers select i, 'Anna', 'Berg' || i, case when i % 2 = 0 then 'anna' || i || '@example.org' end, null from generate_series(1, 8000) i where i % 97 > 0 and i % 31 > 0
        """;

    [Theory]
    [InlineData("")]
    [InlineData(Target)]
    public async Task Figures_foreseen_from_a_tenth_lie_around_those_of_the_run(string newSchema)
    {
        await using var crms = await Crms.Create(Old, newSchema);

        var rehearsal = await Rehearse(crms, 10);
        var run = await crms.Migrate(Plans.CustomersAndOrders());

        Assert.Equal((Verdict.Reconciled, Verdict.Reconciled), (rehearsal.Verdict, run.Verdict));
        Assert.InRange(rehearsal.Counts.Read, 4_000, 6_500);
        Assert.All(rehearsal.Entities.Zip(run.Entities), pair => AssertForeseen(pair.First.Forecast!, pair.Second));
    }

    [Fact]
    public async Task Rows_that_give_way_are_counted_among_all_rows()
    {
        await using var crms = await Crms.Create(Old);

        var forecast = (await Rehearse(crms, 5)).Entities[0].Forecast!;
        var run = await crms.Migrate(Plans.CustomersAndOrders());

        Assert.Equal(Estimate.Exactly(run.Entities[0].Counts.Merged), Rows(forecast, "merged"));
    }

    [Theory]
    [InlineData(100, "")]
    [InlineData(10, "")]
    [InlineData(100, Target)]
    [InlineData(10, Target)]
    public async Task The_room_that_is_foreseen_is_that_which_the_run_takes(double percent, string newSchema)
    {
        await using var crms = await Crms.Create(Old, newSchema);
        var before = await Room(crms);

        var foreseen = (await Rehearse(crms, percent)).Forecast!.Bytes;
        await crms.Migrate(Plans.CustomersAndOrders());

        var taken = await Room(crms) - before;
        Assert.InRange(foreseen.Likely, taken * 0.8, taken * 1.25);
    }

    [Fact]
    public async Task A_parent_that_is_not_in_the_sample_is_there_all_the_same()
    {
        await using var crms = await Crms.Create(Old);

        var orders = (await Rehearse(crms, 10)).Entities[1];

        var missing = orders.Rejects.Single(rule => rule.Rule == "parent.missing");
        Assert.All(missing.SampleKeys, key => Assert.Equal(0, int.Parse(key) % 500));
        Assert.Equal(orders.Counts.Read, orders.Counts.Created + orders.Counts.Rejected);
        Assert.InRange(orders.Counts.Rejected, 1, orders.Counts.Read / 50);
    }

    [Fact]
    public async Task The_same_sample_is_taken_again()
    {
        await using var crms = await Crms.Create(Old);

        var first = await Rehearse(crms, 10);
        var second = await Rehearse(crms, 10);

        Assert.Equal(RehearsalsTellWhatRunsDo.Told(first), RehearsalsTellWhatRunsDo.Told(second));
    }

    [Fact]
    public async Task A_table_too_small_for_a_sample_is_rehearsed_whole()
    {
        await using var crms = await Crms.Create("create table things (id int primary key); insert into things select generate_series(1, 30)");

        var forecast = (await Rehearse(crms, 1, Plans.Copy("things", "things", create: true))).Entities[0].Forecast!;

        Assert.Equal((30, false, Estimate.Exactly(30)), (forecast.LoadedRows, forecast.IsSample, Rows(forecast, "created")));
    }

    [Fact]
    public async Task An_empty_table_is_foreseen_as_empty()
    {
        await using var crms = await Crms.Create("create table things (id int primary key)");

        var report = await Rehearse(crms, 1, Plans.Copy("things", "things", create: true));

        Assert.Equal((Verdict.Reconciled, 0, 0), (report.Verdict, report.Entities[0].Forecast!.SourceRows, report.Forecast!.Bytes.Likely / 1_000_000));
    }

    [Fact]
    public async Task Nothing_of_a_sample_stays_in_the_books_but_what_its_report_needs()
    {
        await using var crms = await Crms.Create(Old);

        await Rehearse(crms, 10);

        Assert.Equal(0, await crms.New.One<int>("select count(*) from crm_migration.unsampled_rows"));
        Assert.Equal(0, await crms.New.One<int>("select count(*) from crm_migration.match_keys"));
    }

    [Fact]
    public async Task A_sampled_rehearsal_that_is_stopped_is_carried_on_as_one()
    {
        await using var crms = await Crms.Create(Old);
        var expected = RehearsalsTellWhatRunsDo.Told(await Rehearse(crms, 10));
        await using (var run = await crms.Engine.Begin(Plans.CustomersAndOrders(), Options(10, "r"), new(), CancellationToken.None))
        {
            var port = new Runs.SteppedRun(run) { After = name => name == "MergePartition" ? throw new OperationCanceledException() : Task.CompletedTask };
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CrmMigration.Flow.Flows.Migrate.Run(port, run.Ref));
        }

        var report = await crms.Migrate(Plans.CustomersAndOrders(), new RunOptions { RunId = "r", Parallel = 2 });

        Assert.Equal(expected, RehearsalsTellWhatRunsDo.Told(report));
    }

    private static Task<long> Room(Crms crms) => crms.New.One<long>(
        "select coalesce(sum(pg_total_relation_size(oid)), 0)::bigint from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'");

    private static void AssertForeseen(EntityForecast forecast, EntityReport run)
    {
        Assert.Equal(run.Counts.Read, forecast.SourceRows);
        Assert.InRange(forecast.Fates.Sum(fate => fate.Rows.Likely), forecast.SourceRows - 3, forecast.SourceRows + 3);
        foreach (var fate in CrmMigration.Reconcile.Report.Fate.AllOf(run.Counts).Where(fate => fate.Rows > 0))
        {
            AssertWithin(fate.Rows, Rows(forecast, fate.Name), fate.Name);
        }

        foreach (var rule in run.Rejects.Where(rule => rule.Rows > 100))
        {
            AssertWithin(rule.Rows, forecast.Rejects.Single(one => one.Rule == rule.Rule && one.Field == rule.Field).Rows, rule.Rule);
        }

        foreach (var rule in run.Corrections)
        {
            AssertWithin(rule.Rows, forecast.Corrections.Single(one => one.Rule == rule.Rule && one.Field == rule.Field).Rows, rule.Rule);
        }
    }

    private static void AssertWithin(long truth, Estimate estimate, string what) =>
        Assert.True(truth >= estimate.Low && truth <= estimate.High, $"{what}: {truth} is not in {estimate}");

    private static Estimate Rows(EntityForecast forecast, string fate) => forecast.Fates.Single(one => one.Fate == fate).Rows;

    private static Task<RunReport> Rehearse(Crms crms, double percent, MigrationPlan? plan = null) =>
        crms.Migrate(plan ?? Plans.CustomersAndOrders(), Options(percent, $"r-{Guid.NewGuid():n}"));

    private static RunOptions Options(double percent, string id) => new() { RunId = id, Mode = RunMode.Rehearsal, SamplePercent = percent, Parallel = 2 };
}
