using System.Security.Cryptography;
using CrmMigration.Rejects;
using CrmMigration.Source;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Replay;

public class SuggestionsAreAccepted
{
    private const string Old = Plans.OwnersTable + "; insert into old_crm_customers select i, null, 'p' || i || '@example.com', null from generate_series(1, 3) i; insert into old_crm_customers values (9, 'Ann Lee', null, null)";

    [Fact]
    public async Task By_rows_that_have_one()
    {
        await using var crms = await Crms.Create(Old);
        await crms.Migrate(Plans.Customers());
        await crms.New.Run("update crm_migration.rejected_rows set suggestion = 'Name ' || source_key where source_key <> '2'");

        var rows = await crms.Say("required.missing", null, new RejectFix.AcceptSuggestion());
        await crms.Replay(Plans.Customers());

        Assert.Equal(2, rows);
        Assert.Equal(["1 Name 1", "3 Name 3", "9 Ann Lee"], await crms.New.All<string>("select concat_ws(' ', id, first_name, last_name) from new_crm_customers order by id"));
    }

    [Fact]
    public async Task But_not_when_they_have_expired()
    {
        await using var crms = await Crms.Create(Old);
        await crms.Migrate(Plans.Customers());
        await crms.New.Run("update crm_migration.rejected_rows set suggestion = 'Bob Ray', expires_at = now()");

        Assert.Equal(0, await crms.Say("required.missing", null, new RejectFix.AcceptSuggestion()));
    }

    [Fact]
    public async Task Where_they_are_encrypted_too_with_the_key()
    {
        var plan = Plans.Customers().With("\"encryptPayload\": \"RejectsKey\"");
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        await using var crms = await Crms.Create(Old);
        var connections = new SettingConnections(name => crms.Settings[$"ConnectionStrings:{name}"], _ => key);
        await InProcess.Run(new(connections), plan, new() { RunId = "run-1" }, new(), CancellationToken.None);
        await Suggest(crms, (await PayloadSeal.Of(plan, connections, CancellationToken.None))!);
        var fix = new RejectFix.AcceptSuggestion();

        var without = await Assert.ThrowsAsync<InvalidSettingException>(() => crms.Say("required.missing", null, fix));
        var rows = await new MigrationEngine(connections).RejectsOf("NewCrm").Fix("run-1", new() { Rule = "required.missing" }, fix, CancellationToken.None);

        Assert.Contains("encrypted with the key 'RejectsKey'", without.Message, StringComparison.Ordinal);
        Assert.Equal(1, rows);
        Assert.Equal("""{"last_name": "Bob Ray"}""", await crms.New.One<string>("select fix::text from crm_migration.rejects where source_key = '2'"));
    }

    private static async Task Suggest(Crms crms, PayloadSeal seal)
    {
        var entity = await crms.New.One<long>("select entity_id from crm_migration.entities");
        var hex = Convert.ToHexString(seal.Seal(new KeptValues("Bob Ray", null).ToJson(), RejectWriter.PlaceOf(entity, "old", "2")));
        await crms.New.Run($"update crm_migration.rejected_rows set sealed = decode('{hex}', 'hex') where source_key = '2'");
    }
}
