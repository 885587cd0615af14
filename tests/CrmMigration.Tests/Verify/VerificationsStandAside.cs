using CrmMigration.Plan;
using CrmMigration.Reconcile;
using CrmMigration.Runs;
using CrmMigration.Sync;
using CrmMigration.Tests.Cli;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Verify;

public class VerificationsStandAside
{
    private static readonly MigrationPlan Plan = DifferencesAreFound.Plan;

    [Fact]
    public async Task A_verification_changes_nothing_and_the_next_pass_brings_what_it_would_have_brought()
    {
        await using var crms = await DifferencesAreFound.Migrated(synchronized: false);
        var before = await crms.HashOf("new_crm_customers");
        await crms.Old.Run("update old_crm_customers set email = 'new@example.com' where id = 3; delete from old_crm_orders where id = 40");
        await crms.Verify(Plan, deep: false);
        await crms.Verify(Plan, deep: true);

        Assert.Equal(before, await crms.HashOf("new_crm_customers"));
        var pass = await crms.Sync(Plan);
        Assert.Equal((1, 1, 0), (pass.Counts.Updated, pass.Counts.Deleted, pass.Counts.Conflicts));
        Replays.AssertReconciled(await crms.Verify(Plan));
    }

    [Fact]
    public async Task A_verification_keeps_nobody_from_replaying_rejected_rows()
    {
        await using var crms = await DifferencesAreFound.Migrated(synchronized: false);
        await crms.Verify(Plan);
        await crms.Fix("required.missing", "9", ("last_name", "Nobody"));

        Replays.AssertReconciled(await crms.Replay(Plan));

        var report = await crms.Verify(Plan);
        Replays.AssertReconciled(report);
        Assert.Equal(("6 equal 1 merged", "7 equal"), (report.Counts("customers"), report.Counts("orders")));
    }

    [Fact]
    public async Task A_verification_needs_a_full_run_and_waits_for_no_other_run_of_the_plan()
    {
        await using var crms = await Crms.Create(DifferencesAreFound.Old);
        await Assert.ThrowsAsync<NothingToSyncException>(() => crms.Migrate(Plan, new RunOptions { RunId = "early", Mode = RunMode.Verify }));
        await crms.Migrate(Plan);
        await using var other = await crms.Engine.Begin(Plan, new() { RunId = "sync-1", Mode = RunMode.Incremental }, new(), CancellationToken.None);

        var busy = await Assert.ThrowsAsync<PlanAtWorkException>(() => crms.Verify(Plan));

        Assert.Contains("sync-1", busy.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_full_run_and_an_older_verification_keep_their_reports()
    {
        await using var crms = await DifferencesAreFound.Migrated(synchronized: false);
        await crms.New.Run("update new_crm_customers set email = 'other@example.com' where id = 3");
        await crms.Verify(Plan);
        await crms.Migrate(Plan);
        await crms.Sync(Plan);

        var report = (await crms.Engine.Report("NewCrm", "verify-1", CancellationToken.None))!;

        Assert.Equal((Verdict.NotReconciled, "4 equal 1 differing 1 merged 1 rejected"), (report.Verdict, report.Counts("customers")));
    }

    [Fact]
    public async Task The_command_exits_by_what_it_found_and_its_text_holds_no_value_of_a_row()
    {
        await using var crms = await DifferencesAreFound.Migrated(synchronized: false);
        using var plans = new WrittenPlans();
        var path = plans.Write(Plan);
        var equal = new ProgramInMemory();
        Assert.Equal(0, await equal.Run(crms.Settings, "verify", path));
        await crms.New.Run("update new_crm_customers set email = 'other@example.com' where id = 3");
        var (shallow, deep, repair) = (new ProgramInMemory(), new ProgramInMemory(), new ProgramInMemory());

        var codes = (await shallow.Run(crms.Settings, "verify", path), await deep.Run(crms.Settings, "verify", path, "--deep", "--json"), await repair.Run(crms.Settings, "verify", path, "--repair"));

        Assert.Equal((1, 1, 0), codes);
        Assert.Contains(" EQUAL ", equal.Output, StringComparison.Ordinal);
        Assert.Contains(" DIFFERENT ", shallow.Output, StringComparison.Ordinal);
        Assert.Contains("Columns: email. Keys: 3.", Words(shallow), StringComparison.Ordinal);
        Assert.Contains("\"deep\": true", deep.Output, StringComparison.Ordinal);
        Assert.Contains("1 row repaired", Words(repair), StringComparison.Ordinal);
        Assert.DoesNotContain("example.com", shallow.Output + deep.Output + repair.Output, StringComparison.Ordinal);
    }

    private static string Words(ProgramInMemory program) => string.Join(' ', program.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
