using System.Text.Json;
using CrmMigration.Flow;
using CrmMigration.Functions.Orchestrations;
using CrmMigration.Functions.Tests.Runners;
using CrmMigration.Runs;
using CrmMigration.Tests.Postgres;
using Microsoft.DurableTask.Client;
using Xunit;

namespace CrmMigration.Functions.Tests.Orchestrations;

public sealed class InstancesOfARun : IAsyncLifetime
{
    private const string Run = "run-1";

    private readonly TaskHub hub = new();
    private Crms crms = null!;

    public async ValueTask InitializeAsync() =>
        crms = await Crms.Create(Plans.OwnersTable + "; insert into old_crm_customers select i, 'Ann Lee' || i, null, null from generate_series(1, 20) i");

    public ValueTask DisposeAsync() => crms.DisposeAsync();

    [Fact]
    public async Task A_run_that_is_started_twice_has_one_instance()
    {
        await Start();

        await Assert.ThrowsAnyAsync<InvalidSettingException>(() => Start());
        await Assert.ThrowsAnyAsync<InvalidSettingException>(() => Resume());

        Assert.Equal([Run], hub.Scheduled);
        Assert.Empty(hub.Terminated);
        Assert.Equal("reconciled", await End());
    }

    [Fact]
    public async Task An_instance_knows_its_run_and_how_many_steps_may_be_at_work_at_once()
    {
        await Start();

        var input = JsonSerializer.Deserialize<FlowInput<RunRef>>(hub.InputOf(Run))!;

        Assert.Equal((Run, "NewCrm", 2), (input.Input.RunId, input.Input.Target, input.Window));
    }

    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Completed)]
    [InlineData(OrchestrationRuntimeStatus.Failed)]
    [InlineData(OrchestrationRuntimeStatus.Terminated)]
    public async Task An_instance_that_ended_is_replaced_when_its_run_is_carried_on(OrchestrationRuntimeStatus status)
    {
        await Start();
        hub.EndAs(Run, status);
        await LeaseRunsOut();

        await Resume();

        Assert.Equal([Run, Run], hub.Scheduled);
        Assert.Empty(hub.Terminated);
        Assert.Equal("reconciled", await End());
    }

    [Fact]
    public async Task An_instance_whose_hosts_are_all_gone_is_ended_before_it_is_replaced()
    {
        await Start();
        await LeaseRunsOut();

        await Resume(grace: TimeSpan.FromMilliseconds(1));

        Assert.Equal([Run], hub.Terminated);
        Assert.Equal([Run, Run], hub.Scheduled);
        Assert.Equal("reconciled", await End());
    }

    [Fact]
    public async Task An_instance_that_is_just_coming_to_its_end_is_left_to()
    {
        await Start();
        await LeaseRunsOut();

        var resumed = Resume(grace: TimeSpan.FromMinutes(1));
        await hub.IsWaitedFor(Run);
        hub.EndAs(Run, OrchestrationRuntimeStatus.Completed);
        await resumed;

        Assert.Empty(hub.Terminated);
        Assert.Equal([Run, Run], hub.Scheduled);
    }

    [Fact]
    public async Task A_run_whose_instance_does_not_end_is_not_carried_on_and_gives_the_lease_back()
    {
        await Start();
        await LeaseRunsOut();
        hub.Obeys = false;

        var refused = await Assert.ThrowsAnyAsync<InvalidSettingException>(() => Resume(grace: TimeSpan.FromMilliseconds(1)));

        Assert.Contains("does not end", refused.Message, StringComparison.Ordinal);
        Assert.Equal([Run], hub.Scheduled);
        Assert.Equal("interrupted", (await Status()).State);
    }

    private Task Start(TimeSpan? grace = null) => Runs(grace).Start(Plans.Customers(), new() { RunId = Run }, CancellationToken.None);

    private Task Resume(TimeSpan? grace = null) => Runs(grace).Resume(Run, Plans.Customers(), CancellationToken.None);

    private DurableRuns Runs(TimeSpan? grace)
    {
        FlowInstances instances = new DurableInstances(hub, 2) { Grace = grace ?? TimeSpan.FromMinutes(1), Patience = TimeSpan.FromMilliseconds(20) };
        return new(crms.Engine, instances);
    }

    private Task LeaseRunsOut() => crms.New.Run("update crm_migration.leases set expires_at = now() - interval '1 second'");

    private async Task<string> End()
    {
        await using var runs = new JoinedRuns(crms.Engine, 2);
        hub.ComeUp(new(runs));
        await hub.WaitForInstanceCompletionAsync(Run);
        return (await Status()).State;
    }

    private async Task<RunStatus> Status() => (await crms.Engine.Status("NewCrm", Run, CancellationToken.None))!;
}
