using CrmMigration.Cli.Terminal;
using CrmMigration.Flow;
using CrmMigration.Reconcile.Report;
using CrmMigration.Runs;
using CrmMigration.Tests.Cli;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Runs;

/// <summary>Nothing is undone by cancelling; who cancels hears what stays.</summary>
public class CancelledRunsTell
{
    private const string Customers = Plans.OwnersTable + "; insert into old_crm_customers select i, 'Anna Berg' || i, 'anna' || i || '@example.org', null from generate_series(1, 500) i";

    private const string InUse =
        "create table new_crm_customers (id int primary key, first_name varchar(255), last_name varchar(255), email varchar(255), phone varchar(255)); "
        + "insert into new_crm_customers select i, 'Old', 'Name', null, null from generate_series(1, 20) i";

    [Fact]
    public async Task What_was_published_into_a_table_in_use_stays_and_is_named_in_status_and_report()
    {
        await using var crms = await Crms.Create(Customers, InUse);

        await CancelAfter(crms, "PublishPartition");

        var remark = Assert.Single((await crms.Engine.Status("NewCrm", "run-1", CancellationToken.None))!.Remarks);
        Assert.Contains("stays in the target: 30 rows created and 20 updated in new_crm_customers.", remark, StringComparison.Ordinal);
        Assert.Equal(50, await crms.New.One<long>("select count(*) from new_crm_customers where last_name <> 'Name'"));
        Assert.Equal([remark], (await crms.Engine.Report("NewCrm", "run-1", CancellationToken.None))!.Remarks);
    }

    [Fact]
    public async Task What_was_only_loaded_is_said_to_be_gone()
    {
        await using var crms = await Crms.Create(Customers);

        await CancelAfter(crms, "LoadPartition");

        Assert.Equal(
            [
                "The run was cancelled before it had published anything: the target holds no row of it.",
                "customers: the 50 rows counted as created had only been loaded into a table that nobody saw yet. It is gone, and none of them is in new_crm_customers.",
            ],
            (await crms.Engine.Status("NewCrm", "run-1", CancellationToken.None))!.Remarks);
    }

    [Fact]
    public async Task It_is_told_on_the_terminal_and_on_the_page()
    {
        await using var crms = await Crms.Create(Customers);
        await CancelAfter(crms, "PrepareRun");
        await using var output = new StringWriter();

        var report = (await crms.Engine.Report("NewCrm", "run-1", CancellationToken.None))!;
        ReportText.Write(ProgramInMemory.ConsoleOn(output), report);
        StatusText.Write(ProgramInMemory.ConsoleOn(output), new("NewCrm", (await crms.Engine.Status("NewCrm", "run-1", CancellationToken.None))!));

        Assert.Equal(3, output.ToString().Split("cancelled before").Length);
        Assert.Contains("The run was cancelled before it had published anything", HtmlReport.Render(report), StringComparison.Ordinal);
    }

    private static async Task CancelAfter(Crms crms, string step)
    {
        await using var run = await crms.Engine.Begin(Plans.Customers(), new() { RunId = "run-1", PartitionRows = 50 }, new(), CancellationToken.None);
        var port = new ValuePort(run)
        {
            After = async name =>
            {
                if (name == step)
                {
                    await crms.Engine.Request("NewCrm", "run-1", RunRequest.Cancel, CancellationToken.None);
                }
            },
        };
        Assert.Equal(StepOutcome.Cancelled, (await port.Answer(Flows.Migrate, run.Ref)).Outcome);
    }
}
