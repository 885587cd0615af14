using CrmMigration.Plan;
using CrmMigration.Source;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Withdraw;

public class RightsAreAskedFirst
{
    private static readonly MigrationPlan Plan = Plans.Copy("things", "new_things");

    [Fact]
    public async Task Who_may_not_delete_is_told_before_anything_is_undone_and_other_runs_go_on()
    {
        await using var role = await SecondRole.Create();
        await using var crms = await Crms.Create("create table things (id int primary key, name text); insert into things values (1, 'one'), (2, 'two')", "create table new_things (id int primary key, name text)");
        await crms.Migrate(Plan);
        await crms.New.Run(
            $"""
            grant select, insert, update on new_things to {role.Name}; grant usage on schema crm_migration to {role.Name};
            grant select, insert, update, delete on all tables in schema crm_migration to {role.Name};
            """);
        var engine = new MigrationEngine(new SettingConnections(name => name == "OldCrm" ? crms.Old.ConnectionString : role.At(crms.New)));

        var refusal = await Assert.ThrowsAnyAsync<InvalidSettingException>(() => engine.BeginWithdrawal(Plan, new() { RunId = "run-1" }, new(), CancellationToken.None));
        var look = await Assert.ThrowsAnyAsync<InvalidSettingException>(() => engine.LookAtWithdrawal(Plan, "run-1", CancellationToken.None));
        var state = await crms.New.One<string>("select state from crm_migration.runs");
        await crms.Sync(Plan);
        await crms.New.Run($"grant delete on new_things to {role.Name}");
        await engine.LookAtWithdrawal(Plan, "run-1", CancellationToken.None);

        Assert.EndsWith("Grant them, then withdraw again: grant delete on \"public\".\"new_things\" to the role", refusal.Message, StringComparison.Ordinal);
        Assert.Equal((refusal.Message, "reconciled"), (look.Message, state));
    }
}
