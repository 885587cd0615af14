using System.Net.Http.Headers;
using System.Text;
using CrmMigration.Http;
using Xunit;

namespace CrmMigration.Tests.Http;

/// <summary>What every host refuses, each by name, without asking a database.</summary>
public abstract class HttpRefusals : HttpCalls
{
    [Theory]
    [InlineData("""{ "plan": "customers", "mode": "full", "force": true }""", 400, "unknown-field", "'force'")]
    [InlineData("""{ "plan": "customers", "mode": "full", "mode": "full" }""", 400, "wrong-field", "'mode' is given twice")]
    [InlineData("""{ "plan": "customers" }""", 400, "wrong-field", "'mode' is missing")]
    [InlineData("""{ "mode": "full" }""", 400, "wrong-field", "'plan' is missing")]
    [InlineData("""{ "plan": 7, "mode": "full" }""", 400, "wrong-field", "'plan' is a number; expected a text")]
    [InlineData("""{ "plan": null, "mode": "full" }""", 400, "wrong-field", "'plan' is null")]
    [InlineData("""{ "plan": { "plan": "x" }, "mode": "full" }""", 400, "wrong-field", "'plan' is an object")]
    [InlineData("""{ "plan": "customers", "mode": "fast" }""", 400, "wrong-field", "'mode' is 'fast'; expected full, rehearsal, incremental, verify or cutover")]
    [InlineData("""{ "plan": "customers", "mode": "full", "sample": 10 }""", 400, "wrong-field", "'sample' says nothing here; expected rehearsal as the mode")]
    [InlineData("""{ "plan": "customers", "mode": "rehearsal", "sample": 0 }""", 400, "wrong-field", "'sample' is 0; expected a percentage")]
    [InlineData("""{ "plan": "customers", "mode": "rehearsal", "rehearsed": "r" }""", 400, "wrong-field", "'rehearsed' says nothing here")]
    [InlineData("""{ "plan": "customers", "mode": "full", "allowDrift": true }""", 400, "wrong-field", "'allowDrift' says nothing here")]
    [InlineData("""{ "plan": "customers", "mode": "full", "deep": true }""", 400, "wrong-field", "'deep' says nothing here; expected verify as the mode")]
    [InlineData("""{ "plan": "customers", "mode": "incremental", "repair": true }""", 400, "wrong-field", "'repair' says nothing here; expected verify as the mode")]
    [InlineData("""{ "plan": "customers", "mode": "verify", "acceptEdits": true }""", 400, "wrong-field", "'acceptEdits' says nothing here; expected cutover as the mode")]
    [InlineData("""{ "plan": "customers", "mode": "incremental", "dropSlots": true }""", 400, "wrong-field", "'dropSlots' says nothing here; expected cutover as the mode")]
    [InlineData("""["customers"]""", 400, "unreadable-body", "one JSON object")]
    [InlineData("""{ "plan": """, 400, "unreadable-body", "one JSON object")]
    [InlineData("", 400, "wrong-field", "'plan' is missing")]
    public async Task A_start_that_is_written_wrongly_is_told_what_is_wrong(string body, int status, string kind, string detail)
    {
        var reply = await Post("migrations", body);

        Assert.Equal((status, kind), (reply.Status, reply["kind"]));
        Assert.Contains(detail, reply["detail"]!, StringComparison.Ordinal);
        Assert.Equal(("application/problem+json", $"{status}"), (reply.ContentType, reply["status"]));
        Assert.NotNull(reply["title"]);
    }

    [Theory]
    [InlineData(16 * 1024, 400)]
    [InlineData(16 * 1024 + 1, 413)]
    public async Task A_body_has_at_most_16_kB(int bytes, int status)
    {
        const string Frame = """{ "plan": "" }""";

        var reply = await Post("migrations", Frame.Insert(Frame.IndexOf("\"\"", StringComparison.Ordinal) + 1, new('x', bytes - Frame.Length)));

        Assert.Equal(status, reply.Status);
    }

    [Fact]
    public async Task A_body_that_is_not_said_to_be_JSON_is_refused()
    {
        using var content = new StringContent("""{ "plan": "customers", "mode": "full" }""", Encoding.UTF8, MediaTypeHeaderValue.Parse("text/plain"));

        var reply = await Send(new(HttpMethod.Post, At("migrations")) { Content = content });

        Assert.Equal((415, "not-json"), (reply.Status, reply["kind"]));
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901")]
    public async Task An_idempotency_key_that_is_too_long_or_has_odd_letters_is_refused(string key)
    {
        var reply = await Start(idempotencyKey: key);

        Assert.Equal((400, "wrong-header"), (reply.Status, reply["kind"]));
    }

    [Theory]
    [InlineData("migrations?top=0", "wrong-parameter", "'top' is '0'; expected a whole number from 1 to 200")]
    [InlineData("migrations?top=201", "wrong-parameter", "from 1 to 200")]
    [InlineData("migrations?top=ten", "wrong-parameter", "'ten'")]
    [InlineData("migrations?top=1&top=2", "wrong-parameter", "'top' is given twice")]
    [InlineData("migrations?state=done", "wrong-parameter", "expected one of running, paused")]
    [InlineData("migrations?State=running", "unknown-parameter", "'State'")]
    [InlineData("migrations/some-run?verbose=1", "unknown-parameter", "'verbose'")]
    [InlineData("migrations/some-run/rejects?top=1001", "wrong-parameter", "from 1 to 1000")]
    [InlineData("migrations/some-run/rejects?after=%21", "wrong-parameter", "'after'")]
    [InlineData("migrations/some-run/rejects?after=bm9wZQ", "wrong-parameter", "'after'")]
    [InlineData("health?x=1", "unknown-parameter", "'x'")]
    [InlineData("migrations/latest", "wrong-run-id", "run's id")]
    [InlineData("migrations/a%20b/report", "wrong-run-id", "run's id")]
    [InlineData("migrations/12345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901", "wrong-run-id", "1 to 100")]
    public async Task A_parameter_or_id_that_cannot_be_is_refused_by_name(string path, string kind, string detail)
    {
        var reply = await Get(path);

        Assert.Equal((400, kind), (reply.Status, reply["kind"]));
        Assert.Contains(detail, reply["detail"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "nothing", 404, "no-such-path")]
    [InlineData("GET", "migrations/x/pause/now", 404, "no-such-path")]
    [InlineData("DELETE", "migrations", 405, "wrong-method")]
    [InlineData("POST", "health", 405, "wrong-method")]
    public async Task What_there_is_not_answers_so(string method, string path, int status, string kind)
    {
        var reply = await Send(new(new(method), At(path)));

        Assert.Equal((status, kind), (reply.Status, reply["kind"]));
        Assert.Equal(status == 405, reply.Headers.ContainsKey("Allow"));
    }

    [Theory]
    [InlineData("""{ "reason": "lunch" }""", 400, "unknown-field")]
    [InlineData("lunch", 400, "unreadable-body")]
    public async Task A_request_to_a_run_takes_no_fields(string body, int status, string kind)
    {
        var reply = await Post("migrations/some-run/pause", body);

        Assert.Equal((status, kind), (reply.Status, reply["kind"]));
    }

    public static TheoryData<string> RoutesThatNeedAKey => [.. Routes.All.Where(route => route.Needs != Role.Anyone).Select(route => route.Name)];

    [Theory]
    [MemberData(nameof(RoutesThatNeedAKey))]
    public async Task Without_the_right_key_nothing_but_health_answers(string name)
    {
        var route = Routes.All.Single(one => one.Name == name);
        Uri address = At(route.Pattern.Replace("{run}", "some-run", StringComparison.Ordinal));

        Reply[] replies =
        [
            await Send(new(new(route.Method), address), key: null),
            await Send(new(new(route.Method), address), key: "wrong"),
            await Send(new(new(route.Method), new Uri($"{address}?code=wrong")), key: null),
        ];

        Assert.All(replies, reply => Assert.Equal((401, "unknown-caller", true), (reply.Status, reply["kind"], reply.Headers.ContainsKey("WWW-Authenticate"))));
    }

    [Fact]
    public async Task The_key_may_stand_in_the_query()
    {
        var reply = await Send(new(HttpMethod.Get, At($"openapi.json?code={Uri.EscapeDataString(Host.Key)}")), key: null);

        Assert.Equal(200, reply.Status);
    }

    [Fact]
    public async Task Answers_are_not_to_be_kept_or_guessed_at()
    {
        var reply = await Get("openapi.json");

        Assert.Equal(("no-store", "nosniff"), (reply.Headers["Cache-Control"], reply.Headers["X-Content-Type-Options"]));
    }
}
