using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Http;

/// <summary>Fixing and replaying rejected rows.</summary>
public abstract partial class HttpContract
{
    [Fact]
    public async Task Rejected_rows_are_fixed_and_replayed_and_the_run_is_reconciled_again()
    {
        var run = await Migrated();

        var said = await Post($"migrations/{run}/rejects/fix", """{ "rule": "required.missing", "key": "3", "set": { "name": "Bob Ray" } }""");
        var skipped = await Post($"migrations/{run}/rejects/fix", """{ "rule": "required.missing", "key": "6", "skip": true }""");
        var replayed = await Post($"migrations/{run}/rejects/replay", """{ "rule": "required.missing" }""", "once");
        await UntilReplayed(run);
        var again = await Post($"migrations/{run}/rejects/replay", """{ "rule": "required.missing" }""", "once");
        var state = await Get($"migrations/{run}");

        Assert.Equal((200, "1"), (said.Status, said["rows"]));
        Assert.Equal((200, "1"), (skipped.Status, skipped["rows"]));
        Assert.Equal((202, "replay", "replaying", $"/api/migrations/{run}"), (replayed.Status, replayed["request"], replayed["state"], replayed.Headers["Location"]));
        Assert.Equal(202, again.Status);
        Assert.Equal(("reconciled", "8", "1"), (state["state"], $"{state.Json["rows"]!["rejected"]}", $"{state.Json["rows"]!["skipped"]}"));
        Assert.Contains("10 rows, of which 1 created, 1 skipped, 8 rejected again", $"{state.Json["remarks"]![0]}", StringComparison.Ordinal);
        Assert.Equal(1, await Crms.New.One<long>("select count(*) from crm_migration.replays"));
    }

    [Theory]
    [InlineData("""{ "rule": "required.missing" }""", 400, "unreadable-body")]
    [InlineData("""{ "rule": "required.missing", "skip": true, "reset": true }""", 400, "unreadable-body")]
    [InlineData("""{ "skip": true }""", 400, "wrong-field")]
    [InlineData("""{ "rule": "required.missing", "set": { "name": 7 } }""", 400, "wrong-field")]
    [InlineData("""{ "rule": "required.missing", "set": "name" }""", 400, "wrong-field")]
    [InlineData("""{ "rule": "required.missing", "skip": "yes" }""", 400, "wrong-field")]
    [InlineData("""{ "rule": "required.missing", "sets": {} }""", 400, "unknown-field")]
    [InlineData("""{ "rule": "required.missing", "set": { "nme": "x" } }""", 422, "unusable-fix")]
    public async Task A_fix_that_cannot_be_used_is_refused(string body, int status, string kind)
    {
        var run = await Migrated();

        var reply = await Post($"migrations/{run}/rejects/fix", body);

        Assert.Equal((status, kind), (reply.Status, reply["kind"]));
    }

    [Fact]
    public async Task A_run_whose_rows_cannot_be_replayed_says_why()
    {
        var first = await Migrated();
        var second = await Migrated();

        var older = await Post($"migrations/{first}/rejects/replay");
        var unknown = await Post("migrations/no-such-run/rejects/replay");

        Assert.Equal((409, "not-replayed", first, "reconciled"), (older.Status, older["kind"], older["run"], older["state"]));
        Assert.Contains(second, older["detail"]!, StringComparison.Ordinal);
        Assert.Equal(404, unknown.Status);
    }

    [Fact]
    public async Task A_replay_waits_for_nobody_who_holds_the_plan()
    {
        var run = await Migrated();
        await using var other = await Crms.Engine.BeginReplay(Plans.Customers(), new() { RunId = run }, new(), CancellationToken.None);

        var reply = await Post($"migrations/{run}/rejects/replay");
        var state = await Get($"migrations/{run}");

        Assert.Equal((409, "run-at-work", run, "replaying"), (reply.Status, reply["kind"], reply["run"], reply["state"]));
        Assert.Equal(("replaying", "reconciled"), (state["state"], state["verdict"]));
    }

    private async Task UntilReplayed(string run)
    {
        while (await Crms.New.One<bool>($"select exists (select from crm_migration.replays where run_id = '{run}' and state = 'running')"))
        {
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }

        await Until(run, "reconciled");
    }
}
