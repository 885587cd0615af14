using CrmMigration.Flow;
using CrmMigration.Reconcile;
using CrmMigration.Tests.Cli;
using CrmMigration.Tests.Postgres;
using Npgsql;
using Xunit;

namespace CrmMigration.Functions.Tests.Runners;

/// <summary>A process that runs activities dies; the Durable engine gives the activity to another one.</summary>
public class WorkersDie
{
    private const string InUse =
        "create table new_crm_customers (id int primary key, first_name varchar(255), last_name varchar(255), email varchar(255), phone varchar(255))";

    // It wrote its rows, holds their table, and waits to enter their fates.
    private const string InTheMiddle =
        """
        select coalesce(min(waiting.pid), 0)::int from pg_locks as waiting
        join pg_locks as writes on writes.pid = waiting.pid and writes.granted and writes.mode = 'RowExclusiveLock'
        join pg_class as written on written.oid = writes.relation and (written.relname like 'load\_%' or written.relname = 'new_crm_customers')
        where not waiting.granted and waiting.relation = 'crm_migration.ledger'::regclass
        """;

    [Theory]
    [InlineData("LoadPartition", "")]
    [InlineData("PublishPartition", InUse)]
    public async Task A_worker_killed_in_the_middle_of_a_step_is_followed_by_another_to_the_same_end(string step, string newSchema)
    {
        await using var crms = await Crms.Create(MigrationContract.Customers, newSchema);
        await using var other = await Crms.Create(MigrationContract.Customers, newSchema);
        await other.Migrate(Plans.Customers());
        var deaths = 0;

        var (answer, _) = await DurableMigrations.Run(crms, MigrationContract.Options, new(), async (name, input) =>
        {
            if (name == step && deaths++ == 0)
            {
                await KillInTheMiddle(crms, name, input);
            }
        });

        Assert.InRange(deaths, 1, int.MaxValue);
        Assert.Equal((StepOutcome.Done, Verdict.Reconciled), (answer.Outcome, answer.Value?.Verdict));
        Assert.Equal(await other.New.One<string>(MigrationContract.Hash), await crms.New.One<string>(MigrationContract.Hash));
        Assert.Equal(500, await crms.New.One<long>("select count(*) from crm_migration.row_fates"));
    }

    private static async Task KillInTheMiddle(Crms crms, string step, string input)
    {
        await using var holder = await crms.New.DataSource.OpenConnectionAsync();
        await using var transaction = await holder.BeginTransactionAsync();
        await using var hold = new NpgsqlCommand("lock table crm_migration.ledger in share mode", holder);
        await hold.ExecuteNonQueryAsync();
        await using var worker = ProgramProcess.Start(crms, "CrmMigration.CrashHost.dll", ["work", step, input]);
        int session;
        while ((session = await crms.New.One<int>(InTheMiddle)) == 0)
        {
            Assert.False(worker.HasExited, worker.Error);
        }

        await worker.Kill();
        await transaction.RollbackAsync();
        while (await crms.New.One<bool>($"select exists (select from pg_stat_activity where pid = {session})"))
        {
            await Task.Yield();
        }
    }
}
