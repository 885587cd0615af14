using CrmMigration.Cli.Terminal;
using CrmMigration.Flow;
using CrmMigration.Reconcile.Report;
using CrmMigration.Runs;
using CrmMigration.Tests.Cli;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Runs;

/// <summary>What lies in a table that a run did not reveal is nowhere said to be in the target.</summary>
public class RowsNotRevealed
{
    // Every 50th has no name.
    private const string Customers =
        Plans.OwnersTable + "; insert into old_crm_customers "
        + "select i, case when i % 50 <> 7 then 'Anna Berg' || i end, 'anna' || i || '@example.org', null from generate_series(1, 500) i";

    private const string Fates =
        "select concat_ws(', ', fate, target_key is not null, case fate when 'rejected' then '' else reason end) || ': ' || count(*) "
        + "from crm_migration.row_fates where run_id = 'run-1' group by fate, target_key is not null, case fate when 'rejected' then '' else reason end order by 1";

    [Fact]
    public async Task Of_a_run_paused_while_it_loads_no_row_has_a_target_key()
    {
        await using var crms = await Crms.Create(Customers);

        await Ask(crms, RunRequest.Pause, "LoadPartition");

        Assert.Equal(["created, f, loaded, not yet revealed: 49", "rejected, f, : 1"], await crms.New.All<string>(Fates));
        Assert.Equal(0, await crms.New.One<long>("select count(*) from crm_migration.xref"));
    }

    [Fact]
    public async Task Of_a_cancelled_run_they_are_withdrawn()
    {
        await using var crms = await Crms.Create(Customers);

        await Ask(crms, RunRequest.Cancel, "LoadPartition");

        Assert.Equal(["created, f, withdrawn: its run was cancelled or given up: 49", "rejected, f, : 1"], await crms.New.All<string>(Fates));
    }

    [Fact]
    public async Task Of_a_superseded_run_they_are_withdrawn_and_its_remarks_say_so()
    {
        await using var crms = await Crms.Create(Customers);
        await Ask(crms, RunRequest.Pause, "LoadPartition");

        await crms.Migrate(Plans.Customers(), new() { RunId = "run-2" });

        Assert.Equal(["created, f, withdrawn: its run was cancelled or given up: 49", "rejected, f, : 1"], await crms.New.All<string>(Fates));
        Assert.Equal(["run-2"], await crms.New.All<string>("select distinct run_id from crm_migration.xref"));
        Assert.Equal(
            [
                "The run was given up for run run-2 before it had published anything: the target holds no row of it.",
                "customers: the 49 rows counted as created had only been loaded into a table that nobody saw yet. It is gone, and none of them is in new_crm_customers.",
            ],
            (await crms.Engine.Status("NewCrm", "run-1", CancellationToken.None))!.Remarks);
    }

    [Fact]
    public async Task The_counts_of_a_paused_run_have_a_remark_in_status_and_report()
    {
        await using var crms = await Crms.Create(Customers);

        await Ask(crms, RunRequest.Pause, "LoadPartition");

        string[] expected =
        [
            "customers: new_crm_customers does not hold the 49 rows counted as created yet. What is loaded lies in a table that nobody sees until the run has got so far as to reveal it.",
        ];
        Assert.Equal(expected, (await crms.Engine.Status("NewCrm", "run-1", CancellationToken.None))!.Remarks);
        Assert.Equal(expected, (await crms.Engine.Report("NewCrm", "run-1", CancellationToken.None))!.Remarks);
    }

    [Fact]
    public async Task Contents_that_were_not_compared_are_said_to_be_so_and_not_to_differ()
    {
        await using var crms = await Crms.Create(Customers);
        await Ask(crms, RunRequest.Pause, "LoadPartition");
        await using var output = new StringWriter();

        var report = (await crms.Engine.Report("NewCrm", "run-1", CancellationToken.None))!;
        ReportText.Write(ProgramInMemory.ConsoleOn(output), report);
        var page = HtmlReport.Render(report);

        Assert.Contains("• customers: The contents have not been compared yet.", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("<li><span class=\"mark\" aria-hidden=\"true\">•</span><span>The contents have not been compared yet.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("found in the target", output + page, StringComparison.Ordinal);
    }

    // The request comes when the first step of that name is done.
    private static async Task Ask(Crms crms, RunRequest request, string step)
    {
        await using var run = await crms.Engine.Begin(Plans.Customers(), new() { RunId = "run-1", PartitionRows = 50 }, new(), CancellationToken.None);
        var port = new ValuePort(run)
        {
            After = async name =>
            {
                if (name == step)
                {
                    await crms.Engine.Request("NewCrm", "run-1", request, CancellationToken.None);
                }
            },
        };
        Assert.NotEqual(StepOutcome.Done, (await port.Answer(Flows.Migrate, run.Ref)).Outcome);
    }
}
