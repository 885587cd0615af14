using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace CrmMigration.Tests.Azure;

public sealed class ConnectionsFromAVault : IAsyncLifetime
{
    private const string Secret = "Host=127.0.0.1;Username=crm;Password=hunter2-secret";

    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    private TestVault vault = null!;

    public async ValueTask InitializeAsync()
    {
        vault = await TestVault.Start();
        vault.Secrets["OldCrm"] = Secret;
    }

    public async ValueTask DisposeAsync() => await vault.DisposeAsync();

    [Fact]
    public async Task A_connection_is_the_secret_of_its_name()
    {
        var credential = new TestCredential();
        using var client = new VaultClient(vault, credential: credential);

        var found = await client.Connections.Find("OldCrm", Cancellation);

        Assert.Equal(Secret, found);
        Assert.Equal("https://vault.azure.net/.default", Assert.Single(credential.Scopes));
    }

    [Fact]
    public async Task Characters_that_a_vault_does_not_take_are_dashes_there()
    {
        vault.Secrets["Old-Crm-2"] = Secret;
        using var client = new VaultClient(vault);

        var found = await client.Connections.Find("Old_Crm.2", Cancellation);

        Assert.Equal(Secret, found);
    }

    [Fact]
    public async Task A_secret_is_kept_for_five_minutes()
    {
        using var client = new VaultClient(vault);

        await client.Connections.Find("OldCrm", Cancellation);
        client.Clock.Move(TimeSpan.FromMinutes(4));
        await client.Connections.Find("OldCrm", Cancellation);
        var askedBefore = vault.Asked;
        vault.Secrets["OldCrm"] = "another";
        client.Clock.Move(TimeSpan.FromMinutes(1));
        var found = await client.Connections.Find("OldCrm", Cancellation);

        Assert.Equal(1, askedBefore);
        Assert.Equal("another", found);
    }

    [Fact]
    public async Task A_renewed_secret_is_read_at_once()
    {
        using var client = new VaultClient(vault);
        await client.Connections.Find("OldCrm", Cancellation);
        vault.Secrets["OldCrm"] = "another";

        var renewed = await client.Connections.Renew("OldCrm", Cancellation);

        Assert.True(renewed);
        Assert.Equal("another", await client.Connections.Find("OldCrm", Cancellation));
        Assert.Equal(2, vault.Asked);
    }

    [Fact]
    public async Task A_busy_vault_is_asked_again_when_it_says_so()
    {
        using var client = new VaultClient(vault);
        vault.Instead = (context, number) => number == 1 ? Busy(context) : Task.FromResult(false);
        var begin = Stopwatch.GetTimestamp();

        var found = await client.Connections.Find("OldCrm", Cancellation);

        Assert.Equal(Secret, found);
        Assert.True(Stopwatch.GetElapsedTime(begin) >= TimeSpan.FromSeconds(1), "It did not wait.");
    }

    [Theory]
    [InlineData(401, "does not accept this program's identity")]
    [InlineData(403, "Key Vault Secrets User")]
    [InlineData(404, "has no secret 'OldCrm'")]
    [InlineData(429, "has too much to do")]
    [InlineData(500, "answers 500")]
    public async Task A_refusal_is_one_sentence_about_vault_and_secret(int status, string words)
    {
        using var client = new VaultClient(vault, adjust: VaultClient.Impatient);
        vault.Instead = (context, _) => status == 429 ? Busy(context) : TestVault.Refuse(context, status, "TheCode");

        await Told(client, words);
    }

    [Fact]
    public async Task A_vault_that_accepts_no_token_is_told()
    {
        using var client = new VaultClient(vault, credential: new("a-token-of-another-tenant"));

        await Told(client, "does not accept this program's identity");
    }

    [Fact]
    public async Task An_identity_that_cannot_sign_in_is_told()
    {
        using var client = new VaultClient(vault, credential: new(null));

        await Told(client, "No sign-in to Microsoft Entra");
    }

    [Fact]
    public async Task A_vault_that_is_slow_to_answer_is_told()
    {
        using var client = new VaultClient(vault, adjust: VaultClient.Impatient);
        vault.Instead = async (context, _) =>
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return true;
        };

        await Told(client, "does not answer");
    }

    [Fact]
    public async Task A_vault_that_is_not_there_is_told()
    {
        using var client = new VaultClient(vault, port: 1, adjust: VaultClient.Impatient);

        await Told(client, "does not answer");
    }

    [Fact]
    public async Task A_stop_on_request_is_no_fault_of_the_vault()
    {
        using var client = new VaultClient(vault);
        using var stop = new CancellationTokenSource();
        vault.Instead = async (context, _) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return true;
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await client.Connections.Find("OldCrm", stop.Token));
    }

    private static async Task Told(VaultClient client, string words)
    {
        var refusal = await Assert.ThrowsAsync<InvalidSettingException>(async () => await client.Connections.Find("OldCrm", Cancellation));

        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(TestVault.Host, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("'OldCrm'", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
        Assert.DoesNotContain("hunter2", refusal.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("token-of-the-test", refusal.ToString(), StringComparison.Ordinal);
    }

    private static Task<bool> Busy(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "1";
        return TestVault.Refuse(context, 429, "Throttled");
    }
}
