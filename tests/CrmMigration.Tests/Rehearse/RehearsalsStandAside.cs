using CrmMigration.Flow;
using CrmMigration.Reconcile;
using CrmMigration.Runs;
using CrmMigration.Source;
using CrmMigration.Tests.Postgres;
using CrmMigration.Tests.Runs;
using Xunit;

namespace CrmMigration.Tests.Rehearse;

public class RehearsalsStandAside
{
    [Fact]
    public async Task A_rehearsal_beside_a_run_at_work_is_refused_and_names_it()
    {
        await using var crms = await Crms.Create(ResumeAtEveryStep.OldSchema);
        await using var run = await crms.Engine.Begin(Plans.CustomersAndOrders(), new() { RunId = "run-1" }, new(), CancellationToken.None);

        var refusal = await Assert.ThrowsAnyAsync<InvalidSettingException>(() => crms.Rehearse(Plans.CustomersAndOrders()));

        Assert.Contains("run run-1 holds it since", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "LoadPartition")]
    [InlineData(ResumeAtEveryStep.Target, "PublishPartition")]
    public async Task An_unfinished_run_goes_on_after_a_rehearsal_as_if_there_had_been_none(string newSchema, string step)
    {
        await using var crms = await Crms.Create(ResumeAtEveryStep.OldSchema, newSchema);
        await crms.Migrate(Plans.CustomersAndOrders(), Options("run-1"));
        var expected = await ResumeAtEveryStep.ResultOf(crms);
        await crms.StartOver(newSchema);
        await BreakOffAfter(crms, step);

        var rehearsal = await crms.Rehearse(Plans.CustomersAndOrders());
        var between = await crms.Engine.Status("NewCrm", "run-1", CancellationToken.None);
        await crms.Migrate(Plans.CustomersAndOrders(), Options("run-1"));

        Assert.Equal((Verdict.Reconciled, "interrupted"), (rehearsal.Verdict, between!.State));
        Assert.Equal(expected, await ResumeAtEveryStep.ResultOf(crms));
    }

    [Fact]
    public async Task A_rehearsal_is_no_run_to_be_synchronized_from()
    {
        await using var crms = await Crms.Create(ResumeAtEveryStep.OldSchema);

        await crms.Rehearse(Plans.CustomersAndOrders());

        Assert.Null(await crms.Engine.SyncLag(Plans.CustomersAndOrders(), CancellationToken.None));
    }

    [Fact]
    public async Task Who_may_make_no_tables_beside_the_books_is_told_before_anything_is_done()
    {
        await using var role = await SecondRole.Create();
        await using var crms = await Crms.Create("create table things (id int primary key)", "create table things (id int primary key)");
        await crms.Migrate(Plans.Copy("things", "things"));
        await crms.New.Run(
            $"""
            grant select, insert, update on things to {role.Name}; grant usage on schema crm_migration to {role.Name};
            grant select, insert, update, delete on all tables in schema crm_migration to {role.Name};
            """);
        var engine = new MigrationEngine(new SettingConnections(name => name == "OldCrm" ? crms.Old.ConnectionString : role.At(crms.New)));

        var refusal = await Assert.ThrowsAnyAsync<InvalidSettingException>(
            () => InProcess.Run(engine, Plans.Copy("things", "things"), new() { RunId = "r", Mode = RunMode.Rehearsal }, new(), CancellationToken.None));

        Assert.StartsWith("A rehearsal makes tables, but the role of NewCrm may not create tables in the schema crm_migration.", refusal.Message, StringComparison.Ordinal);
    }

    private static RunOptions Options(string id) => new() { RunId = id, PartitionRows = 4, Parallel = 2 };

    private static async Task BreakOffAfter(Crms crms, string step)
    {
        await using var run = await crms.Engine.Begin(Plans.CustomersAndOrders(), Options("run-1"), new(), CancellationToken.None);
        var port = new SteppedRun(run) { After = name => name == step ? throw new OperationCanceledException() : Task.CompletedTask };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Flows.Migrate.Run(port, run.Ref));
    }
}
