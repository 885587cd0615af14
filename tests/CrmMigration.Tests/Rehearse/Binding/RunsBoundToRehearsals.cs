using CrmMigration.Plan;
using CrmMigration.Reconcile;
using CrmMigration.Runs;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Rehearse.Binding;

public class RunsBoundToRehearsals
{
    private const string Old =
        "create table things (id int primary key, note text, size int); insert into things select i, 'note ' || i, i from generate_series(1, 2000) i";

    private static readonly MigrationPlan Plan = Plans.Copy("things", "things", create: true);

    [Fact]
    public async Task A_run_of_what_was_rehearsed_says_by_which_rehearsal()
    {
        await using var crms = await Crms.Create(Old);
        await crms.Rehearse(Plan);

        var report = await Run(crms, Plan, "rehearsal-1");

        Assert.Equal(Verdict.Reconciled, report.Verdict);
        Assert.Contains("It is bound to the rehearsal rehearsal-1; nothing had changed since.", report.Remarks);
        Assert.Contains(report.Remarks, remark => remark.StartsWith("The rehearsal rehearsal-1 foresaw a run of about ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_last_rehearsal_can_be_named_as_such()
    {
        await using var crms = await Crms.Create(Old);
        await crms.Rehearse(Plan);
        await crms.Rehearse(Plan);

        var report = await Run(crms, Plan, RunId.LatestRehearsal);

        Assert.Contains("It is bound to the rehearsal rehearsal-2; nothing had changed since.", report.Remarks);
    }

    [Theory]
    [InlineData("insert into things values (2001)", "old: things has 2,001 rows; it had 2,000 rows.")]
    [InlineData("update things set size = 0 where id = 7", "old: things has rows that were written since, as many as before.")]
    [InlineData("delete from things where id = 1", "old: things begins with the key 2; it was 1.")]
    public async Task A_source_that_was_written_to_is_refused_and_may_be_let_through(string change, string sentence)
    {
        await using var crms = await Crms.Create(Old);
        await crms.Rehearse(Plan);
        await crms.Old.Run(change);

        var refused = await Assert.ThrowsAsync<UnusableRehearsalException>(() => Run(crms, Plan, "rehearsal-1"));
        var report = await Run(crms, Plan, "rehearsal-1", allowDrift: true);

        Assert.Contains(sentence, refused.Changes);
        Assert.Contains("--allow-drift", refused.Message, StringComparison.Ordinal);
        Assert.Equal(Verdict.Reconciled, report.Verdict);
        Assert.Contains(report.Remarks, remark => remark.Contains(sentence, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("insert into things select i from generate_series(2001, 2201) i", "old: things has 2,201 rows; it had 2,000 rows.")]
    [InlineData("alter table things add more text", "old: things has a new column \"more\" (text).")]
    [InlineData("alter table things alter size type bigint", "old: things has the column \"size\" as bigint; it was integer.")]
    public async Task A_source_that_became_another_is_refused_in_any_case(string change, string sentence)
    {
        await using var crms = await Crms.Create(Old);
        await crms.Rehearse(Plan);
        await crms.Old.Run(change);

        var refused = await Assert.ThrowsAsync<UnusableRehearsalException>(() => Run(crms, Plan, "rehearsal-1", allowDrift: true));

        Assert.Contains(sentence, refused.Changes);
        Assert.DoesNotContain("--allow-drift", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, await crms.New.One<int>("select count(*) from crm_migration.runs"));
        Assert.Equal(0, await crms.New.One<int>("select count(*) from crm_migration.leases where expires_at > now()"));
    }

    [Fact]
    public async Task Another_plan_is_refused_by_the_place_that_changed()
    {
        await using var crms = await Crms.Create(Old);
        await crms.Rehearse(Plan);
        var other = PlanReader.Read(Plan.Json.Replace("\"table\": \"things\", \"key\": \"id\", \"create\": true", "\"table\": \"others\", \"key\": \"id\", \"create\": true", StringComparison.Ordinal));

        var refused = await Assert.ThrowsAsync<UnusableRehearsalException>(() => Run(crms, other, "rehearsal-1", allowDrift: true));

        Assert.Equal(["The plan: entities.things.to.table is another."], refused.Changes);
    }

    [Fact]
    public async Task A_plan_that_was_only_laid_out_anew_is_the_same()
    {
        await using var crms = await Crms.Create(Old);
        await crms.Rehearse(Plan);

        var report = await Run(crms, PlanReader.Read("// as rehearsed\n" + Plan.Json.Replace("  ", "\t", StringComparison.Ordinal)), "rehearsal-1");

        Assert.Equal(Verdict.Reconciled, report.Verdict);
    }

    [Fact]
    public async Task A_target_that_a_run_has_written_to_is_another()
    {
        await using var crms = await Crms.Create(Old);
        await crms.Rehearse(Plan);
        await crms.Migrate(Plan);

        var refused = await Assert.ThrowsAsync<UnusableRehearsalException>(() => Run(crms, Plan, "rehearsal-1", allowDrift: true));

        Assert.Equal(["Run run-1 has written to the target."], refused.Changes);
    }

    [Theory]
    [InlineData("no-such", "knows no rehearsal 'no-such'")]
    [InlineData("run-1", "Run run-1 is no rehearsal")]
    [InlineData("stopped", "Rehearsal stopped is failed")]
    public async Task What_tells_nothing_of_a_run_is_refused(string rehearsed, string words)
    {
        await using var crms = await Crms.Create(Old);
        await crms.Migrate(Plan);
        await crms.New.Run("insert into crm_migration.runs (run_id, plan, plan_json, mode, state) values ('stopped', 'test', '{}', 'rehearsal', 'failed')");

        var refused = await Assert.ThrowsAsync<UnusableRehearsalException>(() => Run(crms, Plan, rehearsed));

        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bound_run_is_carried_on_whatever_its_source_has_become()
    {
        await using var crms = await Crms.Create(Old);
        await crms.Rehearse(Plan);
        await using (var run = await crms.Engine.Begin(Plan, Options("rehearsal-1"), new(), CancellationToken.None))
        {
            Assert.Equal("bound", run.Ref.RunId);
        }

        await crms.Old.Run("insert into things select i from generate_series(2001, 3000) i");
        await Assert.ThrowsAnyAsync<InvalidSettingException>(() => Run(crms, Plan, "another"));
        var report = await Run(crms, Plan, "rehearsal-1");

        Assert.Equal((Verdict.Reconciled, 3000), (report.Verdict, report.Counts.Created));
    }

    private static Task<RunReport> Run(Crms crms, MigrationPlan plan, string rehearsed, bool allowDrift = false) =>
        crms.Migrate(plan, Options(rehearsed) with { AllowDrift = allowDrift });

    private static RunOptions Options(string rehearsed) => new() { RunId = "bound", Mode = RunMode.Full, Rehearsed = rehearsed, Parallel = 2 };
}
