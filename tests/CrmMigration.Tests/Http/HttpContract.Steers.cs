using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Http;

/// <summary>Pausing, resuming and cancelling.</summary>
public abstract partial class HttpContract
{
    [Fact]
    public async Task A_run_that_is_paused_stops_between_partitions_and_is_resumed_to_its_end()
    {
        await using var hold = await HeldTable.Hold(Crms.Old);
        var run = (await Start())["run"]!;

        var asked = await Post($"migrations/{run}/pause");
        await hold.DisposeAsync();
        await Until(run, "paused");
        var again = await Post($"migrations/{run}/pause");
        var resumed = await Post($"migrations/{run}/resume");

        Assert.Equal((202, "pause", "running", $"/api/migrations/{run}"), (asked.Status, asked["request"], asked["state"], asked.Headers["Location"]));
        Assert.Equal((409, "paused"), (again.Status, again["state"]));
        Assert.Equal((202, "resume", "running"), (resumed.Status, resumed["request"], resumed["state"]));
        await Until(run, "reconciled");
    }

    [Fact]
    public async Task A_run_that_is_cancelled_ends_for_good()
    {
        await using var hold = await HeldTable.Hold(Crms.Old);
        var run = (await Start())["run"]!;

        var asked = await Post($"migrations/{run}/cancel", "{}");
        await hold.DisposeAsync();
        await Until(run, "cancelled");
        var resumed = await Post($"migrations/{run}/resume");

        Assert.Equal((202, "cancel", "running"), (asked.Status, asked["request"], asked["state"]));
        Assert.Contains("published by then stays in the target", asked.Json["remarks"]![0]!.ToString(), StringComparison.Ordinal);
        Assert.Equal((409, "wrong-state", "cancelled"), (resumed.Status, resumed["kind"], resumed["state"]));
    }

    [Fact]
    public async Task A_run_that_is_paused_can_be_cancelled_and_is_so_at_once()
    {
        await using var hold = await HeldTable.Hold(Crms.Old);
        var run = (await Start())["run"]!;
        await Post($"migrations/{run}/pause");
        await hold.DisposeAsync();
        await Until(run, "paused");

        var reply = await Post($"migrations/{run}/cancel");

        Assert.Equal((202, "cancelled"), (reply.Status, reply["state"]));
        Assert.Contains("the target holds no row of it", reply.Json["remarks"]!.AsArray().Single()!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pause")]
    [InlineData("resume")]
    [InlineData("cancel")]
    public async Task A_finished_run_cannot_be_steered_and_the_answer_says_its_state(string verb)
    {
        var run = await Migrated();

        var reply = await Post($"migrations/{run}/{verb}");

        Assert.Equal((409, "wrong-state", run, "reconciled"), (reply.Status, reply["kind"], reply["run"], reply["state"]));
    }

    [Fact]
    public async Task A_run_at_work_is_not_resumed()
    {
        await using var hold = await HeldTable.Hold(Crms.Old);
        var run = (await Start())["run"]!;

        var reply = await Post($"migrations/{run}/resume");

        Assert.Equal((409, "running"), (reply.Status, reply["state"]));
        await hold.DisposeAsync();
        await Until(run, "reconciled");
    }

    [Fact]
    public async Task A_run_that_was_given_up_for_a_later_one_is_not_resumed()
    {
        var dead = await Crms.Engine.Begin(Plans.Customers(), new() { RunId = "dead" }, new(), CancellationToken.None);
        await dead.DisposeAsync();
        var interrupted = await Get("migrations/dead");
        var later = await Migrated();

        var reply = await Post("migrations/dead/resume");

        Assert.Equal("interrupted", interrupted["state"]);
        Assert.Equal((409, "wrong-state"), (reply.Status, reply["kind"]));
        Assert.Contains(later, reply["detail"]!, StringComparison.Ordinal);
    }
}
