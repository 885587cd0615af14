using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Cli;

public class TheLatestRun
{
    private static readonly CrmMigration.Plan.MigrationPlan Plan = Plans.Copy("things", "things", create: true);

    [Fact]
    public async Task Is_a_run_though_a_rehearsal_was_made_after_it()
    {
        await using var crms = await Crms.Create("create table things (id int primary key); insert into things values (1)");
        await crms.Rehearse(Plan);
        var before = await Say(crms, "status", "latest");
        await crms.Migrate(Plan);
        await crms.Rehearse(Plan);

        Assert.Contains("There are only rehearsals, and no run yet. The last rehearsal is 'latest-rehearsal'.", before, StringComparison.Ordinal);
        Assert.Contains("run-1", await Say(crms, "report", "latest"), StringComparison.Ordinal);
        Assert.Contains("rehearsal-2", await Say(crms, "report", "latest-rehearsal"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_bound_to_the_latest_rehearsal_on_demand()
    {
        await using var crms = await Crms.Create("create table things (id int primary key); insert into things values (1)");
        using var plans = new WrittenPlans();
        await crms.Rehearse(Plan);
        await crms.Old.Run("insert into things values (2)");

        var refused = await Say(crms, "run", plans.Write(Plan), "--rehearsed", "latest-rehearsal");
        var done = await Say(crms, "run", plans.Write(Plan), "--rehearsed", "latest-rehearsal", "--allow-drift");

        Assert.Contains("- old: things has 2 rows; it had 1 row.", refused, StringComparison.Ordinal);
        Assert.Contains("RECONCILED", done, StringComparison.Ordinal);
    }

    private static async Task<string> Say(Crms crms, params string[] line)
    {
        var program = new ProgramInMemory();
        await program.Run(crms.Settings, line);
        return program.Output + program.Error;
    }
}
