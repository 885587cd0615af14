using CrmMigration.Reconcile;
using CrmMigration.Tests.Cli;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Rejects;

public sealed class RejectsAreGrouped : IAsyncLifetime
{
    private const string Old =
        Plans.OwnersTable + """
        ; create table old_crm_orders (id int primary key, customer_id int, amount numeric(12,2));
        insert into old_crm_customers select i, case when i % 10 > 0 then 'Ann ' || repeat('o', case when i % 10 = 1 then 300 else 5 end) end, null, null from generate_series(1, 100) i;
        insert into old_crm_orders select i, i, 1 from generate_series(1, 100) i
        """;

    private Crms crms = null!;

    public async ValueTask InitializeAsync()
    {
        crms = await Crms.Create(Old.Replace("name varchar(255)", "name text", StringComparison.Ordinal));
        await crms.Migrate(Plans.CustomersAndOrders());
    }

    public async ValueTask DisposeAsync() => await crms.DisposeAsync();

    [Fact]
    public async Task By_entity_and_rule_with_counts_a_sentence_and_keys()
    {
        var groups = await crms.Engine.RejectsOf("NewCrm").Groups("run-1", RejectFilter.All, CancellationToken.None);

        Assert.Equal(
            [("customers", "required.missing", "last_name", 10L), ("orders", "parent.rejected", "customer_id", 10L)],
            groups.Select(group => (group.Entity, group.Rule, group.Field, group.Rows)));
        Assert.Equal(["10", "20", "30", "40", "50"], groups[0].SampleKeys);
        Assert.Equal("There is no value for last_name, which is required.", groups[0].Reason);
    }

    [Fact]
    public async Task The_command_lists_the_rules_and_then_the_rows_of_one()
    {
        var rules = await Say("rejects", "latest");
        var rows = await Say("rejects", "latest", "--rule", "parent.rejected", "--entity", "orders");
        var one = await Say("rejects", "latest", "--key", "20", "--entity", "customers", "--payload");
        var none = await Say("rejects", "latest", "--rule", "no.such");

        Assert.Contains("10  customers: There is no value for last_name, which is required.", rules, StringComparison.Ordinal);
        Assert.Contains("rule parent.rejected, field customer_id, such as 10, 20, 30, 40, 50", rules, StringComparison.Ordinal);
        Assert.Contains("crm-migrate rejects run-1 --rule required.missing", rules, StringComparison.Ordinal);
        Assert.Equal(10, rows.Split("old:").Length - 1);
        Assert.Contains("\"id\": 20", one, StringComparison.Ordinal);
        Assert.Contains("No such row is rejected.", none, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_empties_what_has_expired()
    {
        await crms.New.Run("update crm_migration.rejected_rows set expires_at = now() where source_key::int <= 30");

        var text = await Say("rejects", "latest", "--expire");

        Assert.StartsWith("Emptied what was kept of 6 rejected rows and had expired", text, StringComparison.Ordinal);
        Assert.Equal(14, await crms.New.One<long>("select count(payload) from crm_migration.rejected_rows"));
    }

    private async Task<string> Say(params string[] arguments)
    {
        var program = new ProgramInMemory();
        Assert.True(await program.Run(crms.Settings, arguments) == 0, program.Error);
        return program.Output;
    }
}
