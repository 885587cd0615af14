using CrmMigration.Reconcile;
using CrmMigration.Runs;
using CrmMigration.Tests.Http;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Runs;

/// <summary>The session of a lease is ended by its server in the middle of a run, while the process lives on.</summary>
public class LostSessionsOfLeases
{
    private const string Customers = Plans.OwnersTable + "; insert into old_crm_customers select i, 'Ann Lee', 'ann' || i || '@example.com', null from generate_series(1, 20) i";

    private const string Locks = "from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())";

    private readonly BeatingClock clock = new();

    [Fact]
    public async Task A_run_takes_its_lock_again_and_goes_on()
    {
        await using var crms = await Crms.Create(Customers);
        var held = await HeldTable.Hold(crms.Old);
        var run = await AtWork(crms);
        await EndSession(crms);

        clock.Beat();
        await Until(async () => run.IsCompleted || await crms.New.One<bool>($"select exists (select {Locks})"));
        await held.DisposeAsync();
        var report = await run;

        Assert.Equal(Verdict.Reconciled, report.Verdict);
        Assert.Equal(20, report.Counts.Created);
    }

    [Fact]
    public async Task A_run_that_another_one_superseded_meanwhile_ends()
    {
        await using var crms = await Crms.Create(Customers);
        await using var held = await HeldTable.Hold(crms.Old);
        var run = await AtWork(crms);
        await EndSession(crms);
        await using var next = await crms.Engine.Begin(Plans.Customers(), new() { RunId = "run-2" }, new(), CancellationToken.None);

        clock.Beat();

        await Assert.ThrowsAsync<LeaseLostException>(() => Soon(run));
    }

    [Fact]
    public async Task A_run_that_was_not_renewed_for_a_minute_ends()
    {
        await using var crms = await Crms.Create(Customers);
        await using var held = await HeldTable.Hold(crms.Old);
        var run = await AtWork(crms);
        await EndSession(crms);

        clock.Move(TimeSpan.FromSeconds(60));
        clock.Beat();

        await Assert.ThrowsAsync<LeaseLostException>(() => Soon(run));
    }

    // Returns when the run waits for the held table.
    private async Task<Task<RunReport>> AtWork(Crms crms)
    {
        var run = InProcess.Run(crms.EngineOf(clock), Plans.Customers(), new() { RunId = "run-1" }, new(), CancellationToken.None);
        await Until(() => crms.Old.One<bool>("select exists (select from pg_locks where not granted and database = (select oid from pg_database where datname = current_database()))"));
        return run;
    }

    private static Task EndSession(Crms crms) => crms.New.Run($"select pg_terminate_backend(pid, 5000) {Locks}");

    private static Task<RunReport> Soon(Task<RunReport> run) => run.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    private static async Task Until(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await condition())
        {
            patience.Token.ThrowIfCancellationRequested();
        }
    }
}
