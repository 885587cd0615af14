using System.Security.Cryptography;
using CrmMigration.Plan;
using CrmMigration.Reconcile;
using CrmMigration.Source;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Rejects;

public class EncryptedPayloads
{
    private const string Customers = Plans.OwnersTable + "; insert into old_crm_customers values (1, null, 'one@example.com', null), (2, null, 'two@example.com', null), (3, 'Ann Lee', null, null)";

    private static readonly MigrationPlan Plan = Plans.Customers().With("\"encryptPayload\": \"RejectsKey\"");

    private readonly string key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    [Fact]
    public async Task The_database_holds_no_readable_value_and_the_key_opens_it()
    {
        await using var crms = await Crms.Create(Customers);
        await Migrate(crms, key);

        var text = await crms.New.One<string>("select string_agg(t::text, '') from crm_migration.rejected_rows as t");
        var rows = await Rows(crms, key);

        Assert.DoesNotContain("example", text, StringComparison.Ordinal);
        Assert.Equal([(false, "one@example.com"), (false, "two@example.com")], rows.Select(row => (row.IsEncrypted, row.Payload!.Value.GetProperty("email").GetString())));
        Assert.Equal(2, await crms.New.One<long>("select count(*) from crm_migration.reject_payloads where encrypted and payload is null"));
    }

    [Fact]
    public async Task Without_the_key_or_with_another_it_stays_closed_and_says_so()
    {
        await using var crms = await Crms.Create(Customers);
        await Migrate(crms, key);

        var (without, wrong) = (await Rows(crms, null), await Rows(crms, Convert.ToBase64String(new byte[32])));

        Assert.All(without.Concat(wrong), row => Assert.Equal((true, null, "required.missing"), (row.IsEncrypted, row.Payload, row.Rule)));
    }

    [Fact]
    public async Task A_value_moved_to_another_row_does_not_open_there()
    {
        await using var crms = await Crms.Create(Customers);
        await Migrate(crms, key);
        await crms.New.Run("update crm_migration.rejected_rows as a set sealed = b.sealed from crm_migration.rejected_rows as b where a.source_key = '1' and b.source_key = '2'");

        var rows = await Rows(crms, key);

        Assert.Equal([true, false], rows.Select(row => row.IsEncrypted));
    }

    [Theory]
    [InlineData(null, "is not set")]
    [InlineData("bm9wZQ==", "is no key")]
    [InlineData("not base64!", "is no key")]
    public async Task A_run_without_a_usable_key_is_refused_before_anything_is_written(string? unusable, string words)
    {
        await using var crms = await Crms.Create(Customers);

        var refused = await Assert.ThrowsAsync<InvalidSettingException>(() => Migrate(crms, unusable));
        var check = await Assert.ThrowsAsync<InvalidSettingException>(() => Engine(crms, unusable).Check(Plan, CancellationToken.None));

        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        Assert.Contains("CrmMigration__Keys__RejectsKey", refused.Message, StringComparison.Ordinal);
        Assert.Equal(refused.Message, check.Message);
        Assert.Null(await crms.New.One<string>("select to_regclass('crm_migration.runs')::text"));
    }

    private static Task<RunReport> Migrate(Crms crms, string? key) =>
        InProcess.Run(Engine(crms, key), Plan, new() { RunId = "run-1" }, new(), CancellationToken.None);

    private static async Task<List<RejectedRow>> Rows(Crms crms, string? key) => await Engine(crms, key).RejectsOf("NewCrm")
        .Rows("run-1", new() { WithValues = true }, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

    private static MigrationEngine Engine(Crms crms, string? key) =>
        new(new SettingConnections(name => crms.Settings[$"ConnectionStrings:{name}"], name => name == "RejectsKey" ? key : null));
}
