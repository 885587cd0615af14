using CrmMigration.Flow;
using CrmMigration.Reconcile;
using CrmMigration.Tests.Postgres;
using CrmMigration.Tests.Runs;
using Npgsql;
using Xunit;

namespace CrmMigration.Tests.Azure;

/// <summary>The clock of the vault's client stands still here, so a secret is never read again because of its age.</summary>
public sealed class RotatedPasswords : IAsyncLifetime
{
    private const string Customers = Plans.OwnersTable + "; insert into old_crm_customers select i, 'Ann Lee', 'ann' || i || '@example.com', null from generate_series(1, 50) i";

    // A password may change once between two tries, not twice.
    private static readonly string[] BesideOthers = [Steps.IndexLoaded.Name, Steps.MatchBucket.Name, Steps.ClusterMatches.Name];

    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    private readonly string role = $"rotated_{Guid.NewGuid():n}";

    private TestVault vault = null!;
    private VaultClient client = null!;
    private Crms crms = null!;
    private int rotations;

    public async ValueTask InitializeAsync()
    {
        vault = await TestVault.Start();
        client = new VaultClient(vault);
        crms = await Crms.Create(Customers);
        await TestServer.Execute($"create role {role} superuser login");
        await Rotate();
    }

    public async ValueTask DisposeAsync()
    {
        await crms.DisposeAsync();
        await TestServer.Execute($"drop role {role}");
        client.Dispose();
        await vault.DisposeAsync();
    }

    [Fact]
    public async Task A_new_connection_after_a_rotation_needs_no_restart()
    {
        var engine = new MigrationEngine(client.Connections);
        await using (await engine.Connect("OldCrm", Cancellation))
        {
        }

        await Rotate();
        await using var after = await engine.Connect("OldCrm", Cancellation);

        Assert.Equal(2, vault.Asked);
    }

    [Fact]
    public async Task A_run_goes_on_through_rotations()
    {
        var engine = new MigrationEngine(client.Connections);
        await using var run = await engine.Begin(Plans.Customers(), new() { RunId = "run-1", PartitionRows = 10 }, new(), Cancellation);

        await Flows.Migrate.Run(new SteppedRun(run) { Before = step => BesideOthers.Contains(step) ? Task.CompletedTask : Rotate() }, run.Ref);
        await Rotate();
        var report = await run.Report(Cancellation);

        Assert.Equal(Verdict.Reconciled, report.Verdict);
        Assert.Equal(50, report.Counts.Created);
        Assert.InRange(rotations, 10, vault.Asked);
    }

    [Fact]
    public async Task A_password_that_is_wrong_in_the_vault_too_is_refused_after_one_more_try()
    {
        var engine = new MigrationEngine(client.Connections);
        await TestServer.Execute($"alter role {role} password 'known-to-nobody'");

        var refusal = await Assert.ThrowsAsync<InvalidSettingException>(() => engine.Connect("OldCrm", Cancellation));

        Assert.Contains($"refused to let '{role}' in", refusal.Message, StringComparison.Ordinal);
        Assert.Contains($"the secret 'OldCrm' of the vault {TestVault.Host}", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", refusal.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, vault.Asked);
    }

    // Without a pool every session is a new sign-in.
    private async Task Rotate()
    {
        var password = $"hunter2-{++rotations}";
        await TestServer.Execute($"alter role {role} password '{password}'");
        vault.Secrets["OldCrm"] = SignIn(crms.Old, password);
        vault.Secrets["NewCrm"] = SignIn(crms.New, password);
    }

    private string SignIn(TestDatabase database, string password) =>
        new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = role, Password = password, Pooling = false }.ConnectionString;
}
