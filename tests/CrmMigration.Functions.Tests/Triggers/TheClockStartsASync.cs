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
    public async Task A_tick_brings_over_what_changed_since_the_last()
    {
        await crms.Old.Run("insert into old_crm_customers values (1, 'Ann Lee', 'ann@example.com', null)");
        await crms.Migrate(Plans.Customers());
        await using var runs = new JoinedRuns(crms.Engine, 2);
        hub.ComeUp(new(runs));
        await crms.Old.Run("insert into old_crm_customers values (2, 'Bo Ray', 'bo@example.com', null)");

        await Tick("customers");
        await hub.Output(hub.Scheduled[0]);
        await crms.Old.Run("update old_crm_customers set name = 'Bo Rey' where id = 2");
        await Tick("customers");
        var answer = JsonSerializer.Deserialize<StepAnswer<RunOutcome>>((await hub.Output(hub.Scheduled[1]))!)!;

        Assert.Equal(StepOutcome.Done, answer.Outcome);
        Assert.Equal("Rey", await crms.New.One<string>("select last_name from new_crm_customers where id = 2"));
        Assert.Equal((LogLevel.Information, $"Sync {hub.Scheduled[0]} of the plan 'customers' is started. Past due: False."), log.Lines[0]);
    }

    [Fact]
    public async Task Before_a_full_run_there_is_nothing_to_sync_and_the_log_warns_of_it()
    {
        await Tick("customers");

        Assert.Empty(hub.Scheduled);
        var (level, line) = Assert.Single(log.Lines);
        Assert.Equal(LogLevel.Warning, level);
        Assert.Contains("No full run of the plan 'test' has been finished", line, StringComparison.Ordinal);
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
        await crms.Migrate(Plans.Customers());
        await Tick("customers");

        await Tick("customers");

        Assert.Single(hub.Scheduled);
        Assert.StartsWith($"No sync of the plan 'customers' is started: run {hub.Scheduled[0]} holds its lease", log.Lines[1].Line, StringComparison.Ordinal);
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
        return new IncrementalSync(sync, crms.Engine, settings, log).Start(new(), hub, new InvocationContext(CancellationToken.None));
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
