using Xunit;

namespace CrmMigration.Tests.Http;

/// <summary>The local host.</summary>
public sealed class ServeKeepsTheContract : HttpContract
{
    [Fact]
    public async Task A_run_whose_host_went_down_can_be_resumed_by_the_next_one()
    {
        await using var hold = await HeldTable.Hold(Crms.Old);
        var run = (await Start())["run"]!;
        await StartAgain(meanwhile: hold.DisposeAsync);

        var stopped = await Get($"migrations/{run}");
        var resumed = await Post($"migrations/{run}/resume");

        Assert.Equal("stopped", stopped["state"]);
        Assert.Equal(202, resumed.Status);
        await Until(run, "reconciled");
    }

    private protected override async Task<IRunningHost> StartHost(IReadOnlyDictionary<string, string?> connections, string plans) =>
        await ServedHost.Start(connections, plans);
}
