using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Http;

/// <summary>Starting.</summary>
public abstract partial class HttpContract
{
    [Fact]
    public async Task A_start_answers_202_with_a_location_where_the_run_is_followed_to_its_verdict()
    {
        var started = await Start();

        Assert.Equal((202, "customers", "full"), (started.Status, started["plan"], started["mode"]));
        Assert.Equal($"/api/migrations/{started["run"]}", started.Headers["Location"]);
        await Until(started["run"]!, "reconciled");
        var run = (await Get(started.Headers["Location"])).Json;
        Assert.Equal("reconciled", run["verdict"]!.ToString());
        Assert.Equal(["30", "20", "10"], new[] { "read", "created", "rejected" }.Select(fate => run["rows"]![fate]!.ToString()));
        Assert.Equal(run["partitions"]!["total"]!.ToString(), run["partitions"]!["done"]!.ToString());
        Assert.NotNull(run["rowsPerSecond"]);
        Assert.Equal(20, await Crms.New.One<long>("select count(*) from new_crm_customers"));
    }

    [Fact]
    public async Task A_start_that_is_repeated_with_its_key_returns_the_first_answer_also_later_and_from_another_host()
    {
        await using var hold = await HeldTable.Hold(Crms.Old);
        var replies = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Start(idempotencyKey: "K-1")));
        await hold.DisposeAsync();
        await Until(replies[0]["run"]!, "reconciled");
        await StartAgain();

        var later = await Start(idempotencyKey: "K-1");
        var other = await Start(idempotencyKey: "K-2");

        Assert.All([.. replies, later], reply => Assert.Equal((202, replies[0].Text, replies[0].Headers["Location"]), (reply.Status, reply.Text, reply.Headers["Location"])));
        Assert.Equal(202, other.Status);
        Assert.NotEqual(later["run"], other["run"]);
        Assert.Equal(2, await Crms.New.One<long>("select count(*) from crm_migration.runs"));
    }

    [Fact]
    public async Task A_start_while_a_run_of_the_plan_is_at_work_answers_409_and_names_it()
    {
        await using var hold = await HeldTable.Hold(Crms.Old);
        var first = await Start();

        var second = await Start();

        Assert.Equal((409, "run-at-work", first["run"], "running"), (second.Status, second["kind"], second["run"], second["state"]));
        await hold.DisposeAsync();
        await Until(first["run"]!, "reconciled");
    }

    [Fact]
    public async Task A_rehearsal_is_started_and_a_run_bound_to_it()
    {
        var rehearsal = await Post("migrations", """{ "plan": "customers", "mode": "rehearsal", "sample": 100 }""");
        await Until(rehearsal["run"]!, "reconciled");
        var report = await Get($"migrations/{rehearsal["run"]}/report");

        var run = await Post("migrations", $$"""{ "plan": "customers", "mode": "full", "rehearsed": "{{rehearsal["run"]}}" }""");

        Assert.Equal((202, "rehearsal", 202, "full"), (rehearsal.Status, rehearsal["mode"], run.Status, run["mode"]));
        Assert.Equal("rehearsal", report["mode"]);
        await Until(run["run"]!, "reconciled");
        Assert.Equal(20, await Crms.New.One<long>("select count(*) from new_crm_customers"));
        Assert.Equal([run["run"]], Runs(await Get("migrations?mode=full")));
        Assert.Equal([rehearsal["run"]], Runs(await Get("migrations?mode=rehearsal")));
        Assert.Equal("rehearsal", (await Get($"migrations/{rehearsal["run"]}"))["mode"]);
    }

    [Fact]
    public async Task A_run_bound_to_an_outdated_rehearsal_answers_409_with_what_has_changed()
    {
        await Until((await Post("migrations", """{ "plan": "customers", "mode": "rehearsal" }"""))["run"]!, "reconciled");
        await Crms.Old.Run("delete from old_crm_customers where id = 1");

        var refused = await Post("migrations", """{ "plan": "customers", "mode": "full", "rehearsed": "latest-rehearsal" }""");
        var unknown = await Post("migrations", """{ "plan": "customers", "mode": "full", "rehearsed": "no-such" }""");
        var let = await Post("migrations", """{ "plan": "customers", "mode": "full", "rehearsed": "latest-rehearsal", "allowDrift": true }""");

        Assert.Equal((409, "outdated-rehearsal"), (refused.Status, refused["kind"]));
        Assert.Contains(refused.Json["changes"]!.AsArray(), change => change!.ToString() == "old: old_crm_customers has 29 rows; it had 30 rows.");
        Assert.Equal(202, let.Status);
        await Until(let["run"]!, "reconciled");
        Assert.Equal((422, "unusable-rehearsal"), (unknown.Status, unknown["kind"]));
    }

    [Fact]
    public async Task An_incremental_start_brings_what_changed_since_the_full_run_and_says_when_there_was_none()
    {
        var early = await Post("migrations", """{ "plan": "customers", "mode": "incremental" }""");
        await Until((await Start("customers"))["run"]!, "reconciled");
        await Crms.Old.Run("insert into old_crm_customers values (9001, 'Zoe Fox', 'zoe@example.com', null)");

        var reply = await Post("migrations", """{ "plan": "customers", "mode": "incremental" }""");

        Assert.Equal((409, "nothing-to-sync"), (early.Status, early["kind"]));
        Assert.Equal((202, "incremental"), (reply.Status, reply["mode"]));
        Assert.Equal("false", $"{(await Until(reply["run"]!, "reconciled")).Json["lag"]!["isExact"]}");
        Assert.Equal("Zoe", await Crms.New.One<string>("select first_name from new_crm_customers where id = 9001"));
    }

    [Fact]
    public async Task A_verification_is_started_and_its_result_is_read_afterwards()
    {
        await Migrated();
        await Crms.New.Run("update new_crm_customers set email = 'other@example.com' where id = 1");

        var look = await Post("migrations", """{ "plan": "customers", "mode": "verify", "deep": true }""");
        await Until(look["run"]!, "not-reconciled");
        var found = await Get($"migrations/{look["run"]}/report");
        var repair = await Post("migrations", """{ "plan": "customers", "mode": "verify", "repair": true }""");
        await Until(repair["run"]!, "reconciled");

        Assert.Equal((202, "verify"), (look.Status, look["mode"]));
        var source = found.Json["entities"]![0]!["verification"]!["sources"]![0]!;
        Assert.Equal(["30", "19", "1", "10"], new[] { "rows", "equal", "differing", "rejected" }.Select(name => source[name]!.ToString()));
        Assert.Equal("email", found.Json["entities"]![0]!["verification"]!["differences"]![0]!["columns"]![0]!.ToString());
        Assert.Equal([repair["run"], look["run"]], Runs(await Get("migrations?mode=verify")));
        Assert.Equal("ann1@example.com", await Crms.New.One<string>("select email from new_crm_customers where id = 1"));
    }

    [Fact]
    public async Task A_cut_over_is_started_and_its_list_is_read_afterwards()
    {
        await Migrated();

        var no = await Post("migrations", """{ "plan": "customers", "mode": "cutover" }""");
        await Until(no["run"]!, "not-reconciled");
        var go = await Post("migrations", """{ "plan": "customers", "mode": "cutover", "acceptRejects": true, "dropSlots": true }""");
        await Until(go["run"]!, "reconciled");

        Assert.Equal((202, "cutover"), (no.Status, no["mode"]));
        Assert.Equal([false, true], await Crms.New.All<bool>("select drops_slots from crm_migration.runs where mode = 'cutover' order by started_at"));
        var lines = (await Get($"migrations/{no["run"]}/report")).Json["cutover"]!.AsArray();
        Assert.Equal(["rejects"], lines.Where(line => line!["outcome"]!.ToString() == "no").Select(line => line!["name"]!.ToString()));
    }

    [Fact]
    public async Task A_plan_that_does_not_fit_the_databases_answers_422_with_every_mistake()
    {
        await WritePlan("wrong", Plans.Copy("no_such_table", "things", create: true).Json);

        var reply = await Start("wrong");

        Assert.Equal((422, "invalid-plan"), (reply.Status, reply["kind"]));
        Assert.Contains("no_such_table", reply.Json["mistakes"]![0]!["found"]!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("../customers")]
    [InlineData("")]
    public async Task A_plan_that_is_not_offered_answers_422_and_lists_those_that_are(string plan)
    {
        var reply = await Start(plan);

        Assert.Equal((422, "unknown-plan", "customers"), (reply.Status, reply["kind"], reply.Json["plans"]!.AsArray().Single()!.ToString()));
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_named_by_its_connection_only()
    {
        await WritePlan("dead", Plans.Customers().Json.Replace("OldCrm", "DeadCrm", StringComparison.Ordinal));

        var reply = await Start("dead");

        Assert.Equal((503, "unreachable", "DeadCrm"), (reply.Status, reply["kind"], reply.Json["connections"]!.AsArray().Single()!.ToString()));
    }
}
