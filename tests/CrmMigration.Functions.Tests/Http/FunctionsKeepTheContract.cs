using CrmMigration.Functions.Tests.Runners;
using CrmMigration.Tests.Http;
using Xunit;

namespace CrmMigration.Functions.Tests.Http;

/// <summary>The app's functions.</summary>
public sealed class FunctionsKeepTheContract : HttpContract
{
    private readonly TaskHub hub = new();

    [Fact]
    public async Task A_run_whose_host_went_down_goes_on_by_itself_in_the_next_one()
    {
        await using var hold = await HeldTable.Hold(Crms.Old);
        var run = (await Start())["run"]!;

        await StartAgain(meanwhile: hold.DisposeAsync);

        await Until(run, "reconciled");
        Assert.Equal([run], hub.Scheduled);
    }

    [Fact]
    public async Task The_instance_has_the_id_of_the_run_and_is_replaced_when_the_run_is_resumed()
    {
        await using var hold = await HeldTable.Hold(Crms.Old);
        var run = (await Start())["run"]!;
        await Post($"migrations/{run}/pause");
        await hold.DisposeAsync();
        await Until(run, "paused");

        var resumed = await Post($"migrations/{run}/resume");

        Assert.Equal(202, resumed.Status);
        await Until(run, "reconciled");
        Assert.Equal([run, run], hub.Scheduled);
    }

    [Fact]
    public async Task An_unexpected_fault_is_told_by_the_trace_id_that_the_platform_gave_the_call()
    {
        var run = await Migrated();
        await Crms.New.Run("alter table crm_migration.runs rename column failure to other");

        var reply = await Get($"migrations/{run}");

        Assert.Equal(InvocationContext.TraceId, reply["traceId"]);
    }

    private protected override async Task<IRunningHost> StartHost(IReadOnlyDictionary<string, string?> connections, string plans) =>
        await FunctionsHost.Start(connections, plans, hub);
}
