using System.Net;
using System.Net.Http.Headers;
using CrmMigration.Functions.Orchestrations;
using CrmMigration.Functions.Tests.Http;
using CrmMigration.Plan;
using CrmMigration.Runs;
using CrmMigration.Sync;
using CrmMigration.Tests.Cli;
using CrmMigration.Tests.Http;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Functions.Tests.Runners;

/// <summary>Whoever wants to start a pass stands before the lease when its table is opened, all at the same moment.</summary>
public class StartsAtTheSameMoment
{
    private const string Old = Plans.OwnersTable + "; insert into old_crm_customers values (1, 'Ann Lee', 'ann@example.com', null)";

    private const string New = "insert into old_crm_customers values (2, 'Bo Ray', 'bo@example.com', null)";

    private const string Waiting = "select count(distinct pid) from pg_locks where not granted and relation = 'crm_migration.leases'::regclass";

    [Fact]
    public async Task Of_two_hosts_and_a_timer_one_works_and_the_others_say_so_and_do_nothing()
    {
        await using var crms = await Started();
        using var plans = new WrittenPlans();
        var (plan, hub) = (plans.Write(Plans.Customers(), "customers"), new TaskHub());
        await using var host = await FunctionsHost.Start(
            new Dictionary<string, string?> { ["OldCrm"] = crms.Old.ConnectionString, ["NewCrm"] = crms.New.ConnectionString }, plans.Folder, hub);
        await using var work = await HeldTable.Hold(crms.Old);
        var gate = await HeldTable.Hold(crms.New, "crm_migration.leases");
        await using var program = ProgramProcess.Start(crms, "sync", plan);
        var call = Call(host);
        var tick = new ScheduledSync(crms.Engine, new FolderPlans(plans.Folder), "customers").Start(new DurableRuns(crms.Engine, new DurableInstances(hub, 2)).Start, CancellationToken.None);
        await Open(crms, gate, 3);

        var (http, timer) = (await call, await tick);
        var others = (http.Code == HttpStatusCode.Accepted ? 1 : 0) + (timer.State == SyncStartState.Started ? 1 : 0);
        var refused = others > 0 ? await program.Exit() : (int?)null;
        await work.DisposeAsync();
        var code = refused ?? await program.Exit();
        await Task.WhenAll(hub.Scheduled.Select(hub.Output));

        Assert.Equal(1, others + (code == 0 ? 1 : 0));
        Assert.True(http.Code is HttpStatusCode.Accepted or HttpStatusCode.Conflict, http.Text);
        Assert.True(timer.State is SyncStartState.Started or SyncStartState.NotYet, timer.Sentence);
        Assert.Equal(code == 0 ? "" : "told", program.Error.Contains("at work already", StringComparison.Ordinal) || program.Error.Contains("just starting", StringComparison.Ordinal) ? "told" : "");
        Assert.Equal(["reconciled"], await crms.New.All<string>("select state from crm_migration.runs where mode = 'incremental'"));
        Assert.Equal(2, await crms.New.One<long>("select count(*) from new_crm_customers"));
    }

    [Fact]
    public async Task Of_six_that_would_work_themselves_one_does()
    {
        await using var crms = await Started();
        var gate = await HeldTable.Hold(crms.New, "crm_migration.leases");
        var starts = Enumerable.Range(1, 6).Select(number => Begin(crms, $"sync-{number}")).ToArray();
        await Open(crms, gate, 6);

        var begun = (await Task.WhenAll(starts)).OfType<MigrationRun>().ToList();

        await using var only = Assert.Single(begun);
        Assert.Equal([only.Ref.RunId], await crms.New.All<string>("select run_id from crm_migration.runs where mode = 'incremental'"));
    }

    private static async Task<Crms> Started()
    {
        var crms = await Crms.Create(Old);
        await crms.Migrate(Plans.Customers());
        await crms.Old.Run(New);
        return crms;
    }

    private static async Task<MigrationRun?> Begin(Crms crms, string id)
    {
        try
        {
            return await crms.Engine.Begin(Plans.Customers(), new() { RunId = id, Mode = RunMode.Incremental, Parallel = 2 }, new(), CancellationToken.None);
        }
        catch (PlanAtWorkException)
        {
            return null;
        }
    }

    private static async Task Open(Crms crms, HeldTable gate, int starts)
    {
        while (await crms.New.One<long>(Waiting) < starts)
        {
            await Task.Yield();
        }

        await gate.DisposeAsync();
    }

    private static async Task<(HttpStatusCode Code, string Text)> Call(FunctionsHost host)
    {
        using var client = new HttpClient();
        using var body = new StringContent("""{ "plan": "customers", "mode": "incremental" }""", MediaTypeHeaderValue.Parse("application/json"));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Api, "migrations")) { Content = body };
        request.Headers.Add("x-functions-key", host.Key);
        using var answer = await client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
