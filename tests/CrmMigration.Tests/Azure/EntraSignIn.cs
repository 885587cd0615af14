using CrmMigration.Tests.Postgres;
using Npgsql;
using Xunit;

namespace CrmMigration.Tests.Azure;

/// <summary>Azure Database for PostgreSQL takes a token in place of a password; here a role's password is the token.</summary>
public sealed class EntraSignIn : IAsyncLifetime
{
    private const string Token = "token-of-the-test";

    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    private readonly string role = $"entra_{Guid.NewGuid():n}";

    private TestVault vault = null!;

    public async ValueTask InitializeAsync()
    {
        vault = await TestVault.Start();
        vault.Secrets["NewCrm"] = new NpgsqlConnectionStringBuilder(TestServer.ConnectionString) { Username = role, Password = null }.ConnectionString;
        await TestServer.Execute($"create role {role} login password '{Token}'");
    }

    public async ValueTask DisposeAsync()
    {
        await TestServer.Execute($"drop role {role}");
        await vault.DisposeAsync();
    }

    [Fact]
    public async Task A_connection_string_without_password_signs_in_with_a_token()
    {
        var credential = new TestCredential(Token);
        using var client = new VaultClient(vault, credential: credential);

        await using var database = await new MigrationEngine(client.Connections).Connect("NewCrm", Cancellation);
        await using var command = database.CreateCommand("select current_user");
        var user = await command.ExecuteScalarAsync(Cancellation);

        Assert.Equal(role, user);
        Assert.Contains("https://ossrdbms-aad.database.windows.net/.default", credential.Scopes);
    }

    [Fact]
    public async Task A_token_that_the_server_refuses_is_told()
    {
        await TestServer.Execute($"alter role {role} password 'another'");
        using var client = new VaultClient(vault);

        var refusal = await Assert.ThrowsAsync<InvalidSettingException>(() => new MigrationEngine(client.Connections).Connect("NewCrm", Cancellation));

        Assert.Contains($"refused to let '{role}' in", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_identity_that_gets_no_token_for_the_database_is_told()
    {
        using var client = new VaultClient(vault, credential: new() { Only = "https://vault.azure.net/.default" });

        var refusal = await Assert.ThrowsAsync<InvalidSettingException>(() => new MigrationEngine(client.Connections).Connect("NewCrm", Cancellation));

        Assert.Contains($"No sign-in to Microsoft Entra for the database user '{role}'", refusal.Message, StringComparison.Ordinal);
    }
}
