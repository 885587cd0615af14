using CrmMigration.Cli.Runner;
using CrmMigration.Plan;
using CrmMigration.Reconcile;
using CrmMigration.Rejects;
using Xunit;

namespace CrmMigration.Tests.Postgres;

/// <summary>What people do with rejected rows, for tests.</summary>
internal static class Replays
{
    /// <summary>Replays rejected rows of a run by the product's runner in the process of the tests.</summary>
    public static async Task<RunReport> Replay(this Crms crms, MigrationPlan plan, string? rule = null, string run = "run-1")
    {
        await using var begun = await crms.Engine.BeginReplay(plan, new() { RunId = run, Rule = rule, Parallel = 2 }, new(), CancellationToken.None);
        return await InProcessRunner.Replay(begun, CancellationToken.None);
    }

    /// <summary>Values for rows of run-1 that a rule rejected; one row when its key is given.</summary>
    public static Task<long> Fix(this Crms crms, string rule, string? key, params (string Column, string? Value)[] values) =>
        crms.Say(rule, key, new RejectFix.Set(values.ToDictionary(value => value.Column, value => value.Value)));

    public static Task<long> Say(this Crms crms, string rule, string? key, RejectFix fix) =>
        crms.Engine.RejectsOf("NewCrm").Fix("run-1", new() { Rule = rule, Key = key }, fix, CancellationToken.None);

    public static void AssertReconciled(RunReport report)
    {
        Assert.Empty(report.Findings);
        Assert.Equal(Verdict.Reconciled, report.Verdict);
    }

    /// <summary>The rejected rows of run-1, as <c>entity key rule</c>.</summary>
    public static Task<List<string>> Rejects(this Crms crms) => crms.New.All<string>(
        "select concat_ws(' ', entity, source_key, rule) from crm_migration.rejects where run_id = 'run-1' order by entity, length(source_key), source_key");
}
