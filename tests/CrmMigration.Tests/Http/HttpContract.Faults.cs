using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Http;

/// <summary>What is not there, and what goes wrong.</summary>
public abstract partial class HttpContract
{
    [Theory]
    [InlineData("GET", "migrations/no-such-run", 404, "no-such-run")]
    [InlineData("GET", "migrations/no-such-run/report", 404, "no-such-run")]
    [InlineData("GET", "migrations/no-such-run/rejects", 404, "no-such-run")]
    [InlineData("POST", "migrations/no-such-run/pause", 404, "no-such-run")]
    [InlineData("POST", "migrations/no-such-run/resume", 404, "no-such-run")]
    [InlineData("POST", "migrations/no-such-run/cancel", 404, "no-such-run")]
    public async Task A_run_that_there_is_not_answers_404(string method, string path, int status, string kind)
    {
        var reply = await Send(new(new(method), At(path)));

        Assert.Equal((status, kind), (reply.Status, reply["kind"]));
    }

    [Fact]
    public async Task An_unexpected_fault_answers_500_with_a_trace_id_and_nothing_else()
    {
        var run = await Migrated();
        await Crms.New.Run("alter table crm_migration.runs rename column failure to other");

        var reply = await Get($"migrations/{run}");

        Assert.Equal((500, "unexpected"), (reply.Status, reply["kind"]));
        Assert.Equal(["type", "title", "status", "detail", "traceId"], reply.Json.Select(member => member.Key));
        Assert.Matches("^[0-9a-f]{32}$", reply["traceId"]);
    }

    [Fact]
    public async Task A_target_whose_books_are_shut_to_the_role_hides_no_run_of_another()
    {
        var run = await Migrated();
        await WritePlan("a-shut", Plans.Customers().Json.Replace("NewCrm", "ShutCrm", StringComparison.Ordinal));

        var list = await Get("migrations");
        var known = await Get($"migrations/{run}");
        var unknown = await Get("migrations/no-such-run");

        Assert.Equal(200, list.Status);
        Assert.Equal([run], Runs(list));
        Assert.Equal(["ShutCrm"], list.Json["notAsked"]!.AsArray().Select(one => one!.ToString()));
        Assert.Equal(200, known.Status);
        Assert.Equal((503, "not-all-asked"), (unknown.Status, unknown["kind"]));
    }

    [Theory]
    [InlineData(null, 422, "invalid-plan")]
    [InlineData("once", 503, "unreachable")]
    public async Task A_start_with_a_role_to_whom_the_books_are_shut_is_refused(string? idempotencyKey, int status, string kind)
    {
        await Migrated();
        await Crms.New.Run($"grant select, insert, update on new_crm_customers to {second.Name}");
        await WritePlan("a-shut", Plans.Customers().Json.Replace("NewCrm", "ShutCrm", StringComparison.Ordinal));

        var reply = await Start("a-shut", idempotencyKey);

        Assert.Equal((status, kind), (reply.Status, reply["kind"]));
        Assert.DoesNotContain(second.Name, reply.Text, StringComparison.Ordinal);
    }
}
