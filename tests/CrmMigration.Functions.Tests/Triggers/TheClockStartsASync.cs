using System.Reflection;
using System.Text.Json;
using CrmMigration.Azure;
using CrmMigration.Flow;
using CrmMigration.Functions.Tests.Runners;
using CrmMigration.Functions.Triggers;
using CrmMigration.Plan;
using CrmMigration.Runs;
using CrmMigration.Sync;
using CrmMigration.Tests.Postgres;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Xunit;

namespace CrmMigration.Functions.Tests.Triggers;

public sealed class TheClockStartsASync : IAsyncLifetime
{
    private readonly TaskHub hub = new();
    private readonly HeardLog log = new();
    private readonly string plans = Directory.CreateTempSubdirectory("plans-").FullName;
    private Crms crms = null!;

    public async ValueTask InitializeAsync()
    {
        crms = await Crms.Create(Plans.OwnersTable);
        await File.WriteAllTextAsync(Path.Combine(plans, "customers.json"), Plans.Customers().Json);
        await File.WriteAllTextAsync(Path.Combine(plans, "broken.json"), "{");
        await File.WriteAllTextAsync(Path.Combine(plans, "elsewhere.json"), Plans.Customers().Json.Replace("NewCrm", "NoCrm", StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        await crms.DisposeAsync();
        Directory.Delete(plans, recursive: true);
    }

    [Fact]
    public void It_follows_the_schedule_of_the_settings_and_does_not_run_when_the_app_starts()
    {
        var trigger = typeof(IncrementalSync).GetMethod(nameof(IncrementalSync.Start))!.GetParameters()[0].GetCustomAttribute<TimerTriggerAttribute>()!;

        Assert.Equal(("%IncrementalSyncSchedule%", false), (trigger.Schedule, trigger.RunOnStartup));
    }

    [Fact]
    public async Task A_sync_whose_plan_nobody_works_for_is_started_and_has_nothing_to_do_yet()
    {
        await using var runs = new JoinedRuns(crms.Engine, 2);
        hub.ComeUp(new(runs));

        await Tick("customers");

        var answer = JsonSerializer.Deserialize<StepAnswer<SyncOutcome>>((await hub.Output("sync:customers"))!)!;
        Assert.Equal((StepOutcome.Done, SyncOutcome.NothingToDo), (answer.Outcome, answer.Value));
        Assert.Equal((LogLevel.Information, "A sync of the plan 'customers' is started. Past due: False."), Assert.Single(log.Lines));
    }

    [Fact]
    public async Task A_sync_that_ended_is_started_again_the_next_time()
    {
        await using var runs = new JoinedRuns(crms.Engine, 2);
        hub.ComeUp(new(runs));
        await Tick("customers");
        await hub.Output("sync:customers");

        await Tick("customers");

        Assert.Equal(["sync:customers", "sync:customers"], hub.Scheduled);
    }

    [Fact]
    public async Task While_a_run_holds_the_lease_no_sync_is_started_and_the_log_names_the_run()
    {
        await using var run = await crms.Engine.Begin(Plans.Customers(), new() { RunId = "run-1" }, new(), CancellationToken.None);

        await Tick("customers");

        Assert.Empty(hub.Scheduled);
        var (level, line) = Assert.Single(log.Lines);
        Assert.Equal(LogLevel.Information, level);
        Assert.StartsWith("No sync of the plan 'customers' is started: run run-1 holds its lease, at work since ", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_sync_before_is_at_work_none_is_started()
    {
        await Tick("customers");

        await Tick("customers");

        Assert.Equal(["sync:customers"], hub.Scheduled);
        Assert.Equal((LogLevel.Information, "No sync of the plan 'customers' is started: the one before it is still at work. Past due: False."), log.Lines[1]);
    }

    [Theory]
    [InlineData(null, "CrmMigration:SyncPlan is not set")]
    [InlineData("", "CrmMigration:SyncPlan is not set")]
    [InlineData("nowhere", "There is no plan 'nowhere'. Known are: broken, customers, elsewhere.")]
    [InlineData("../customers", "That is no name of a plan.")]
    [InlineData("broken", "'broken'.")]
    [InlineData("elsewhere", "NoCrm")]
    public async Task What_stands_in_the_way_of_every_sync_is_warned_of(string? plan, string reason)
    {
        await Tick(plan);

        Assert.Empty(hub.Scheduled);
        var (level, line) = Assert.Single(log.Lines);
        Assert.Equal(LogLevel.Warning, level);
        Assert.Contains(reason, line, StringComparison.Ordinal);
    }

    private Task Tick(string? plan)
    {
        var settings = new AppSettings(name => name == "CrmMigration:SyncPlan" ? plan : null);
        var sync = new ScheduledSync(crms.Engine, new FolderPlans(plans), settings.SyncPlan);
        return new IncrementalSync(sync, settings, log).Start(new(), hub, new InvocationContext(CancellationToken.None));
    }

    private sealed class HeardLog : ILogger<IncrementalSync>
    {
        public List<(LogLevel Level, string Line)> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add((logLevel, formatter(state, exception)));
    }
}
