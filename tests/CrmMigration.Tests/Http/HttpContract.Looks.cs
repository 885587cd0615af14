using System.Text.Json.Nodes;
using CrmMigration.Reconcile;
using CrmMigration.Reconcile.Report;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Http;

/// <summary>Looking at runs, reports and rejected rows.</summary>
public abstract partial class HttpContract
{
    [Fact]
    public async Task Runs_are_listed_newest_first_by_state_and_up_to_a_number()
    {
        var (first, second) = (await Migrated(), await Migrated());

        var all = await Get("migrations");
        var top = await Get("migrations?top=1");
        var running = await Get("migrations?state=running");
        var reconciled = await Get("migrations?state=reconciled&top=200");

        Assert.Equal([second, first], Runs(all));
        Assert.Equal([second], Runs(top));
        Assert.Empty(Runs(running));
        Assert.Equal([second, first], Runs(reconciled));
    }

    [Fact]
    public async Task A_list_tells_which_plans_and_databases_could_not_be_asked()
    {
        var run = await Migrated();
        await WritePlan("dead", Plans.Customers().Json.Replace("NewCrm", "DeadCrm", StringComparison.Ordinal));
        await WritePlan("broken", "{");

        var list = await Get("migrations");
        var known = await Get($"migrations/{run}");
        var unknown = await Get("migrations/no-such-run");

        Assert.Equal([run], Runs(list));
        Assert.Equal(["broken", "DeadCrm"], list.Json["notAsked"]!.AsArray().Select(one => one!.ToString()));
        Assert.Equal(200, known.Status);
        Assert.Equal((503, "not-all-asked"), (unknown.Status, unknown["kind"]));
    }

    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("application/json", "application/json")]
    [InlineData("text/html", "text/html; charset=utf-8")]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html; charset=utf-8")]
    [InlineData("text/html;q=0.2, application/*;q=0.9", "application/json")]
    public async Task A_report_comes_in_the_form_that_is_asked_for(string? accept, string form)
    {
        var run = await Migrated();

        var reply = await Get($"migrations/{run}/report", accept);

        Assert.Equal((200, form), (reply.Status, reply.ContentType));
        if (form == "application/json")
        {
            Assert.Equal((Verdict.Reconciled, 10), (ReportJson.Read(reply.Text).Verdict, ReportJson.Read(reply.Text).Counts.Rejected));
        }
        else
        {
            Assert.StartsWith("<!doctype html>", reply.Text, StringComparison.Ordinal);
            Assert.Contains("default-src 'none'", reply.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("report", "image/png")]
    [InlineData("report", "application/json;q=0")]
    [InlineData("rejects", "text/html")]
    public async Task A_form_that_there_is_not_answers_406(string what, string accept)
    {
        var run = await Migrated();

        var reply = await Get($"migrations/{run}/{what}", accept);

        Assert.Equal((406, "not-acceptable"), (reply.Status, reply["kind"]));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(10)]
    [InlineData(1000)]
    public async Task Rejected_rows_come_in_pages_that_miss_none_and_repeat_none(int top)
    {
        var run = await Migrated();
        List<string> keys = [];

        for (string? next = $"migrations/{run}/rejects?top={top}"; next is not null;)
        {
            var page = await Get(next);
            Assert.Equal(200, page.Status);
            keys.AddRange(page.Json["rejects"]!.AsArray().Select(row => row!["sourceKey"]!.ToString()));
            next = page["next"];
            Assert.Equal(next is null, !page.Headers.TryGetValue("Link", out var link) || link != $"<{next}>; rel=\"next\"");
        }

        Assert.Equal(["3", "6", "9", "12", "15", "18", "21", "24", "27", "30"], keys);
    }

    [Fact]
    public async Task Rejected_rows_come_as_CSV_too_with_the_link_in_a_header()
    {
        var run = await Migrated();

        var first = await Get($"migrations/{run}/rejects?top=6", "text/csv");
        var second = await Get(first.Headers["Link"].Split('<', '>')[1], "text/csv");

        Assert.Equal("text/csv; charset=utf-8", first.ContentType);
        Assert.Equal((8, 6), (first.Text.Split("\r\n").Length, second.Text.Split("\r\n").Length));
        Assert.StartsWith("entity,source,source_key,rule,field,reason,sqlstate,suggestion\r\ncustomers,old,3,required.missing,last_name,", first.Text, StringComparison.Ordinal);
        Assert.Contains("\r\ncustomers,old,30,", second.Text, StringComparison.Ordinal);
        Assert.False(second.Headers.ContainsKey("Link"));
    }

    [Fact]
    public async Task Rejected_rows_come_by_rule_and_the_rows_of_a_rule_in_pages()
    {
        var run = await Migrated();

        var groups = await Get($"migrations/{run}/rejects/groups");
        var some = await Get($"migrations/{run}/rejects?rule=required.missing&entity=customers&top=6");
        var rest = await Get(some["next"]!);
        var none = await Get($"migrations/{run}/rejects?rule=no.such");

        var group = Assert.Single(groups.Json["groups"]!.AsArray())!;
        Assert.Equal(("customers", "required.missing", "10"), ($"{group["entity"]}", $"{group["rule"]}", $"{group["rows"]}"));
        Assert.Equal((6, 4, 0), (some.Json["rejects"]!.AsArray().Count, rest.Json["rejects"]!.AsArray().Count, none.Json["rejects"]!.AsArray().Count));
    }

    [Fact]
    public async Task The_row_as_it_was_read_comes_only_when_it_is_asked_for()
    {
        var run = await Migrated();

        var plain = await Get($"migrations/{run}/rejects?top=1");
        var values = await Get($"migrations/{run}/rejects?top=1&with=values");

        Assert.Null(plain.Json["rejects"]![0]!["payload"]);
        Assert.Equal("ann3@example.com", $"{values.Json["rejects"]![0]!["payload"]!["email"]}");
        Assert.EndsWith("&with=values", values["next"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ready_names_every_connection_with_its_schema_version_and_answers_503_when_one_is_down()
    {
        var before = await Get("ready");
        await Migrated();
        var after = await Get("ready");
        await WritePlan("dead", Plans.Customers().Json.Replace("OldCrm", "DeadCrm", StringComparison.Ordinal));
        var down = await Get("ready");

        Assert.Equal((200, "ready"), (before.Status, before["status"]));
        Assert.Equal(["NewCrm", "OldCrm"], before.Json["connections"]!.AsArray().Select(one => one!["connection"]!.ToString()));
        Assert.Null(before.Json["connections"]![0]!["schemaVersion"]);
        Assert.True(after.Json["connections"]![0]!["schemaVersion"]!.GetValue<int>() >= 1);
        Assert.Equal((503, "not-ready"), (down.Status, down["status"]));
        Assert.Equal("false", down.Json["connections"]![0]!["reachable"]!.ToString());
    }

    [Fact]
    public async Task Health_says_that_the_host_is_up_and_nothing_else()
    {
        var reply = await Send(new(HttpMethod.Get, At("health")), key: null);

        Assert.Equal(200, reply.Status);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{ "status": "up" }"""), reply.Json));
    }

    private static IEnumerable<string> Runs(Reply list) => list.Json["migrations"]!.AsArray().Select(run => run!["run"]!.ToString());
}
