using System.Text.Json;
using CrmMigration.Flow;
using CrmMigration.Plan;
using CrmMigration.Reconcile;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Runs;

public class ResumeAtEveryStep
{
    // Clusters over partitions with gaps to fill, a row that cleaning rejects, one that the existing target refuses, and their orders.
    public const string OldSchema =
        Plans.OwnersTable + """
        ; create table old_crm_orders (id int primary key, customer_id int, amount numeric(12,2), currency char(3));
        insert into old_crm_customers values
          (1, 'Ann Lee', null, '+1 212 555 0100'), (2, 'Bob Ray', 'refused@example.com', '+1 212 555 0101'), (3, null, 'x@example.com', null), (4, 'Cy Orr', 'cy@', null),
          (5, 'Bob Ray', null, '+1 212 555 0101'), (6, 'Ann Lee', 'ann@example.com', '+1 212 555 0100'), (7, 'Di Poe', 'di@example.com', null), (8, 'Ann Lee', 'ann@example.com', null);
        insert into old_crm_orders select i, i % 9 + 1, i * 1.25, case when i % 3 = 0 then 'EUR' else 'USD' end from generate_series(1, 12) i
        """;

    public const string Target =
        """
        create table new_crm_customers (id int primary key, first_name varchar(255), last_name varchar(255), email varchar(255) check (email <> 'refused@example.com'), phone varchar(255));
        create table new_crm_orders (id int primary key, customer_id int references new_crm_customers, amount numeric(12,2), currency char(3))
        """;

    private static MigrationPlan Plan => Plans.CustomersAndOrders();

    private static RunOptions Options => new() { RunId = "run-1", PartitionRows = 4, Parallel = 2 };

    [Theory]
    [InlineData("")]
    [InlineData(Target)]
    public async Task A_run_that_breaks_off_after_any_step_resumes_to_the_same_end(string newSchema)
    {
        await using var crms = await Crms.Create(OldSchema, newSchema);
        var (expected, steps) = await Uninterrupted(crms);
        var results = new List<string>();

        // The two last ones are the verdict and what is done after it; a run that has its verdict is not resumed.
        // Each case takes every other step, as each is a migration of its own.
        for (var step = newSchema.Length == 0 ? 0 : 1; step < steps - 1; step += 2)
        {
            await crms.StartOver(newSchema);
            await BreakOffAfter(crms, step);
            await InProcess.Run(crms.Engine, Plan, Options, new(), CancellationToken.None);
            results.Add(await ResultOf(crms));
        }

        Assert.InRange(steps, 15, 40);
        Assert.All(results, result => Assert.Equal(expected, result));
    }

    /// <summary>Targets, fates and report of run-1 as one text; times aside.</summary>
    internal static async Task<string> ResultOf(Crms crms)
    {
        var report = (await crms.Engine.Report("NewCrm", "run-1", CancellationToken.None))!;
        var entities = report.Entities.Select(entity => new
        {
            entity.Name,
            entity.Counts,
            entity.Partitions,
            entity.Merges,
            entity.Totals,
            entity.Contents,
            Rejects = entity.Rejects.Select(rule => (rule.Rule, rule.Rows).ToString()),
            Corrections = entity.Corrections.Select(rule => (rule.Rule, rule.Rows).ToString()),
        });
        var fates = await crms.New.All<string>("select concat_ws(' ', entity, source_key, fate, target_key) from crm_migration.row_fates order by 1");
        return string.Join(
            Environment.NewLine,
            [$"{report.Verdict}", .. report.Findings, JsonSerializer.Serialize(entities), await crms.HashOf("new_crm_customers"), await crms.HashOf("new_crm_orders"), .. fates]);
    }

    private static async Task<(string Result, int Steps)> Uninterrupted(Crms crms)
    {
        await using var run = await crms.Engine.Begin(Plan, Options, new(), CancellationToken.None);
        var port = new SteppedRun(run);
        await Flows.Migrate.Run(port, run.Ref);
        Assert.Equal(Verdict.Reconciled, (await run.Report(CancellationToken.None)).Verdict);
        return (await ResultOf(crms), port.Steps);
    }

    // The step is committed, but the flow never hears of it.
    private static async Task BreakOffAfter(Crms crms, int step)
    {
        await using var run = await crms.Engine.Begin(Plan, Options, new(), CancellationToken.None);
        var left = step;
        var port = new SteppedRun(run)
        {
            Before = _ => left == 0 ? throw new OperationCanceledException() : Task.CompletedTask,
            After = _ => --left == 0 ? throw new OperationCanceledException() : Task.CompletedTask,
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Flows.Migrate.Run(port, run.Ref));
    }
}
