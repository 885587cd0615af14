using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Http;

/// <summary>Withdrawing runs.</summary>
public abstract partial class HttpContract
{
    [Fact]
    public async Task A_run_is_withdrawn_and_tells_what_stays()
    {
        var run = await Migrated();
        await Crms.New.Run("update new_crm_customers set phone = '1' where id = 5");

        var asked = await Post($"migrations/{run}/withdraw");
        var state = await UntilWithdrawn(run);
        await Crms.New.Run("delete from new_crm_customers where id = 5");
        var again = await Post($"migrations/{run}/withdraw");
        var end = await UntilWithdrawn(run);

        Assert.Equal((202, "withdraw", "withdrawing", $"/api/migrations/{run}"), (asked.Status, asked["request"], asked["state"], asked.Headers["Location"]));
        Assert.Equal("withdrawn", state["verdict"]);
        Assert.Contains(": 19 rows removed.", $"{state.Json["remarks"]![0]}", StringComparison.Ordinal);
        Assert.Contains("new_crm_customers 5 (created by the run): It was changed", $"{state.Json["remarks"]![1]}", StringComparison.Ordinal);
        Assert.Equal(202, again.Status);
        Assert.Single(end.Json["remarks"]!.AsArray());
        Assert.Null(await Crms.New.One<string>("select to_regclass('new_crm_customers')::text"));
    }

    [Fact]
    public async Task A_run_that_cannot_be_withdrawn_says_why()
    {
        var first = await Migrated();
        var second = await Migrated();

        var older = await Post($"migrations/{first}/withdraw");
        var unknown = await Post("migrations/no-such-run/withdraw");
        await using var other = await Crms.Engine.BeginWithdrawal(Plans.Customers(), new() { RunId = second }, new(), CancellationToken.None);
        var held = await Post($"migrations/{second}/withdraw");
        var start = await Post("migrations", """{ "plan": "customers", "mode": "full" }""");

        Assert.Equal((409, "not-withdrawn", first, "reconciled"), (older.Status, older["kind"], older["run"], older["state"]));
        Assert.Contains(second, older["detail"]!, StringComparison.Ordinal);
        Assert.Equal(404, unknown.Status);
        Assert.Equal((409, "run-at-work", second, "withdrawing"), (held.Status, held["kind"], held["run"], held["state"]));
        Assert.Equal((409, "run-at-work"), (start.Status, start["kind"]));
    }

    [Fact]
    public async Task No_run_is_started_beside_one_that_is_half_withdrawn()
    {
        var run = await Migrated();
        await using (await Crms.Engine.BeginWithdrawal(Plans.Customers(), new() { RunId = run }, new(), CancellationToken.None))
        {
        }

        var start = await Post("migrations", """{ "plan": "customers", "mode": "full" }""");
        var state = await Get($"migrations/{run}");

        Assert.Equal((409, "half-withdrawn", run), (start.Status, start["kind"], start["run"]));
        Assert.Equal(("half-withdrawn", "withdrawn"), (state["state"], state["verdict"]));
    }

    private async Task<Reply> UntilWithdrawn(string run)
    {
        while (await Get($"migrations/{run}") is var reply)
        {
            if (reply["state"] == "withdrawn")
            {
                return reply;
            }

            Assert.True(reply["state"] is "withdrawing", reply.Text);
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException();
    }
}
