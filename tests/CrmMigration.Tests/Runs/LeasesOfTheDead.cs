using CrmMigration.Flow;
using CrmMigration.Reconcile;
using CrmMigration.Runs;
using CrmMigration.Tests.Postgres;
using Npgsql;
using Xunit;

namespace CrmMigration.Tests.Runs;

public class LeasesOfTheDead
{
    private const string Customers = Plans.OwnersTable + "; insert into old_crm_customers select i, 'Ann Lee', 'ann' || i || '@example.com', null from generate_series(1, 20) i";

    private const string Target = "create table new_crm_customers (id int primary key, first_name varchar(255), last_name varchar(255), email varchar(255), phone varchar(255))";

    private const string Expire = "update crm_migration.leases set expires_at = now() - interval '1 second'";

    private const string KillHolder =
        "select pg_terminate_backend(pid, 5000) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())";

    [Theory]
    [InlineData(Expire, "run-1")]
    [InlineData(Expire, "run-2")]
    [InlineData(KillHolder, "run-1")]
    [InlineData(KillHolder, "run-2")]
    public async Task A_lease_whose_holder_is_gone_is_taken_over(string death, string next)
    {
        await using var crms = await Crms.Create(Customers);
        var dead = await Begin(crms, "run-1");
        await crms.New.Run(death);

        var report = await InProcess.Run(crms.Engine, Plans.Customers(), new() { RunId = next }, new(), CancellationToken.None);

        Assert.Equal(Verdict.Reconciled, report.Verdict);
        Assert.Equal(20, report.Counts.Created);
        await Bury(dead);
    }

    [Theory]
    [InlineData("")]
    [InlineData(Target)]
    public async Task Who_lost_the_lease_cannot_take_a_single_step(string newSchema)
    {
        await using var crms = await Crms.Create(Customers, newSchema);
        await using var old = await Begin(crms, "run-1");
        await crms.New.Run(Expire);
        await using var @new = await Begin(crms, "run-1");
        var entity = new EntityRef(old.Ref, "customers");
        await Flows.Migrate.Run(new SteppedRun(@new) { After = step => step == "PartitionEntity" ? AllRefused(old, entity) : Task.CompletedTask }, @new.Ref);

        await AllRefused(old, entity);

        var report = await @new.Report(CancellationToken.None);
        Assert.Equal(Verdict.Reconciled, report.Verdict);
        Assert.Equal(20, report.Counts.Created);
        Assert.Equal(20, await crms.New.One<long>("select count(*) from new_crm_customers"));
    }

    [Fact]
    public async Task A_runner_that_lost_the_lease_leaves_the_state_of_the_run_alone()
    {
        await using var crms = await Crms.Create(Customers);
        await using var hold = await crms.Old.DataSource.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await hold.BeginTransactionAsync(TestContext.Current.CancellationToken);

        // The first thing that a run reads of the table is its keys, with no lease held in a transaction.
        await new NpgsqlCommand("lock table old_crm_customers in access exclusive mode", hold).ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        var old = InProcess.Run(crms.Engine, Plans.Customers(), new() { RunId = "run-1" }, new(), CancellationToken.None);
        await Until(crms.New, "select to_regclass('crm_migration.entities') is not null");
        await Until(crms.New, "select exists (select from crm_migration.entity_sources where horizon is not null)");
        await crms.New.Run(Expire);
        await using var @new = await Begin(crms, "run-1");
        await transaction.RollbackAsync(TestContext.Current.CancellationToken);

        await Assert.ThrowsAnyAsync<Exception>(() => old);

        Assert.Equal("running", (await crms.Engine.Status("NewCrm", "run-1", CancellationToken.None))!.State);
    }

    [Fact]
    public async Task Who_took_over_an_expired_lease_keeps_it_when_the_old_holder_dies_at_last()
    {
        await using var crms = await Crms.Create(Customers);
        var old = await Begin(crms, "run-1");
        await crms.New.Run(Expire);
        await using var @new = await Begin(crms, "run-2");
        await crms.New.Run(KillHolder);

        await Assert.ThrowsAnyAsync<InvalidSettingException>(() => Begin(crms, "run-3"));

        await Bury(old);
    }

    private static async Task AllRefused(MigrationRun run, EntityRef entity)
    {
        var partition = new PartitionRef(entity, 0);
        await Assert.ThrowsAsync<LeaseLostException>(() => run.Run(Steps.PrepareRun, run.Ref, CancellationToken.None));
        await Assert.ThrowsAsync<LeaseLostException>(() => run.Run(Steps.LoadPartition, partition, CancellationToken.None));
        await Assert.ThrowsAsync<LeaseLostException>(() => run.Run(Steps.PublishPartition, partition, CancellationToken.None));
        await Assert.ThrowsAsync<LeaseLostException>(() => run.Run(Steps.MatchBucket, partition, CancellationToken.None));
        await Assert.ThrowsAsync<LeaseLostException>(() => run.Run(Steps.CompleteRun, run.Ref, CancellationToken.None));
    }

    private static Task<MigrationRun> Begin(Crms crms, string run) =>
        crms.Engine.Begin(Plans.Customers(), new() { RunId = run }, new(), CancellationToken.None);

    // The process is thought dead: whatever its end says has nobody to hear it.
    private static async Task Bury(MigrationRun dead)
    {
        try
        {
            await dead.DisposeAsync();
        }
        catch (NpgsqlException)
        {
        }
    }

    private static async Task Until(TestDatabase database, string condition)
    {
        while (!await database.One<bool>(condition))
        {
            await Task.Yield();
        }
    }
}
