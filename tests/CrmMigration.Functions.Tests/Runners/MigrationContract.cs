using CrmMigration.Flow;
using CrmMigration.Reconcile;
using CrmMigration.Runs;
using CrmMigration.Tests.Postgres;
using Npgsql;
using Xunit;

namespace CrmMigration.Functions.Tests.Runners;

/// <summary>What every runner owes, whichever it is.</summary>
public abstract class MigrationContract
{
    private const string Customers =
        "create table old_crm_customers (id int primary key, name varchar(255), email varchar(255), phone varchar(255)); "
        + "insert into old_crm_customers select i, 'Anna Berg' || i % 450, 'anna' || i % 450 || '@example.org', null from generate_series(1, 500) i";

    private const string Hash = "select md5(string_agg(t::text, '|' order by id)) from new_crm_customers as t";

    /// <summary>Runs or carries on the run of that id and gives the flow's answer; hears each step's name before it runs.</summary>
    private protected abstract Task<StepAnswer<RunOutcome>> Migrate(Crms crms, RunOptions options, Func<string, Task> before);

    [Fact]
    public async Task The_target_is_the_same_whatever_runs_the_flow()
    {
        await using var crms = await Crms.Create(Customers);
        await using var other = await Crms.Create(Customers);

        var answer = await Migrate(crms, Options, _ => Task.CompletedTask);
        var report = await other.Migrate(Plans.Customers());

        Assert.Equal((StepOutcome.Done, Verdict.Reconciled), (answer.Outcome, answer.Value!.Verdict));
        Assert.Equal(report.Counts, (await crms.Engine.Report("NewCrm", "run-1", CancellationToken.None))!.Counts);
        Assert.Equal(await other.New.One<string>(Hash), await crms.New.One<string>(Hash));
    }

    [Fact]
    public async Task A_fault_that_passes_is_tried_again()
    {
        await using var crms = await Crms.Create(Customers);
        var left = 3;

        var answer = await Migrate(crms, Options, async step =>
        {
            if (step == "LoadPartition" && left-- > 0)
            {
                await Kill(crms);
            }
        });

        Assert.Equal(StepOutcome.Done, answer.Outcome);
        Assert.Equal(500, await Fates(crms));
    }

    [Fact]
    public async Task A_step_that_cannot_be_done_fails_the_run_with_a_sentence_and_the_run_resumes()
    {
        await using var crms = await Crms.Create(Customers);
        var broken = false;

        var failed = await Migrate(crms, Options, async step =>
        {
            if (step == "MatchBucket" && !broken)
            {
                broken = true;
                await crms.New.Run("alter table crm_migration.match_edges rename to hidden");
            }
        });
        var state = (await crms.Engine.Status("NewCrm", "run-1", CancellationToken.None))!;
        await crms.New.Run("alter table crm_migration.hidden rename to match_edges");
        var answer = await Migrate(crms, Options, _ => Task.CompletedTask);

        Assert.Equal(StepOutcome.Failed, failed.Outcome);
        Assert.Contains("MatchBucket failed on customers, partition 0", failed.Reason!, StringComparison.Ordinal);
        Assert.Equal(("failed", failed.Reason), (state.State, state.Failure));
        Assert.Equal(StepOutcome.Done, answer.Outcome);
        Assert.Equal(500, await Fates(crms));
    }

    [Fact]
    public async Task A_paused_run_resumes_to_the_same_end()
    {
        await using var crms = await Crms.Create(Customers);
        var asked = false;

        var paused = await Migrate(crms, Options, async step =>
        {
            if (step == "MergePartition" && !asked)
            {
                asked = true;
                await crms.Engine.Request("NewCrm", "run-1", RunRequest.Pause, CancellationToken.None);
            }
        });
        var answer = await Migrate(crms, Options, _ => Task.CompletedTask);

        Assert.Equal(StepOutcome.Paused, paused.Outcome);
        Assert.Equal((StepOutcome.Done, Verdict.Reconciled), (answer.Outcome, answer.Value!.Verdict));
        Assert.Equal(500, await Fates(crms));
    }

    private static RunOptions Options => new() { RunId = "run-1", PartitionRows = 50, Parallel = 3 };

    private static Task<long> Fates(Crms crms) => crms.New.One<long>("select count(*) from crm_migration.row_fates where run_id = 'run-1'");

    // Every session of the program in the target but this one's own.
    private static async Task Kill(Crms crms)
    {
        await using var connection = await crms.New.DataSource.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and application_name = 'crm-migration' and state = 'idle' "
                + "and query not like '%advisory%' and query not like '%leases%'",
            connection);
        await command.ExecuteNonQueryAsync();
    }
}
