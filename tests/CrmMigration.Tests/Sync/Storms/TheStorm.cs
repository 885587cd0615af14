using System.Diagnostics;
using System.Globalization;
using CrmMigration.Plan;
using CrmMigration.Reconcile;
using CrmMigration.Runs;
using CrmMigration.Tests.Cli;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Sync.Storms;

/// <summary>
/// Writers are at work while passes run, and in each round one pass is killed by SIGKILL, at a step or in the middle of it. After a cut-over
/// the target is what a migration of the source would be. scripts/storm.sh has the first storm last for as long as it is told.
/// </summary>
public sealed class TheStorm(ITestOutputHelper output)
{
    private const string Seconds = "CRM_MIGRATION_STORM_SECONDS";
    private const int Rounds = 3;
    private const int Sigkill = 128 + 9;

    private static readonly MigrationPlan Plan = Writers.Plan();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task After_the_cut_over_nothing_is_lost_and_nothing_is_there_twice(int seed)
    {
        await using var crms = await Crms.Create(Writers.Filled, Writers.Tables);
        await crms.Migrate(Plan);
        var writers = Writers.Start(crms, seed);
        var kills = await Rage(crms, new Random(seed), seed == 1 ? Environment.GetEnvironmentVariable(Seconds) : null);
        var written = await writers.Calm();

        await Pass(crms);
        var end = await crms.Migrate(Plan, new RunOptions { RunId = "cutover", Mode = RunMode.Cutover, Parallel = 2, Accepts = ["rejects", "reviews"] });
        var differ = await Writers.Differ(crms);

        foreach (var check in end.Cutover!)
        {
            output.WriteLine($"{check.Outcome,-4} {check.Name}: {check.Finding}");
        }

        output.WriteLine($"verdict: {kills} passes killed, {written} transactions committed, cut-over {(end.Verdict == Verdict.Reconciled ? "go" : "no-go")}, {differ.Count} differences");
        Assert.DoesNotContain(end.Cutover!, check => !check.IsGo);
        Assert.InRange(written, 20, int.MaxValue);
        Assert.InRange(kills, 1, int.MaxValue);
        differ.ForEach(output.WriteLine);
        Assert.Empty(differ);
    }

    private async Task<int> Rage(Crms crms, Random random, string? seconds)
    {
        var (clock, kills) = (Stopwatch.StartNew(), 0);
        using var plans = new WrittenPlans();
        var plan = plans.Write(Plan);
        var length = seconds is null ? TimeSpan.Zero : TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture));
        for (var round = 1; round <= Rounds || clock.Elapsed < length; round++)
        {
            kills += await Kill(crms, plan, (round, random)) ? 1 : 0;
            var begun = clock.Elapsed;
            var report = await Pass(crms);
            var lag = report.Lag is { } found ? string.Create(CultureInfo.InvariantCulture, $"{(found.IsExact ? "" : "at most ")}{found.Seconds:0.0} s") : "unknown";
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{begun.TotalSeconds,6:0.0} s: a pass brings {report.Counts.Read} rows in {(clock.Elapsed - begun).TotalSeconds:0.0} s; lag that it found: {lag}"));
        }

        return kills;
    }

    private static async Task<bool> Kill(Crms crms, string plan, (int Number, Random Random) round)
    {
        var random = round.Random;
        var when = random.Next(3) switch { 0 => "before", 1 => "after", _ => $"{random.Next(60)}ms" };
        await using var host = ProgramProcess.Start(
            crms, "CrmMigration.CrashHost.dll", [plan, $"killed-{round.Number}", $"{random.Next(1, 16)}", when, "incremental"]);
        var code = await host.Exit();

        // It ended by itself where it had fewer steps.
        Assert.True(code is Sigkill or 1, host.Error);
        return code == Sigkill;
    }

    // The server may need a moment to see that the sessions of the dead are gone.
    private static async Task<RunReport> Pass(Crms crms)
    {
        while (true)
        {
            try
            {
                var report = await crms.Sync(Plan, confirmsDeletes: true);
                Replays.AssertReconciled(report);
                return report;
            }
            catch (PlanAtWorkException)
            {
                await Task.Yield();
            }
        }
    }
}
