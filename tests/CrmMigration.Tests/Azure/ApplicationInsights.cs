using System.Text.Json;
using System.Text.RegularExpressions;
using Azure.Identity;
using CrmMigration.Azure;
using CrmMigration.Flow;
using CrmMigration.Tests.Infra;
using CrmMigration.Tests.Postgres;
using CrmMigration.Tests.Runs;
using CrmMigration.Tests.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Xunit;

namespace CrmMigration.Tests.Azure;

/// <summary>The real exporter for Azure Monitor sends to a server of the test, and what arrives is held against what the alerts ask for.</summary>
[Collection(nameof(HeardAlone))]
public sealed partial class ApplicationInsights : IAsyncLifetime
{
    private Collector collector = null!;
    private ServiceProvider services = null!;
    private Crms crms = null!;

    private ILogger<MigrationEngine> Log => services.GetRequiredService<ILogger<MigrationEngine>>();

    public async ValueTask InitializeAsync()
    {
        collector = await Collector.Start();
        crms = await Crms.Create(MarkedCustomers.Old, MarkedCustomers.New);
        var settings = new Dictionary<string, string?>
        {
            ["APPLICATIONINSIGHTS_CONNECTION_STRING"] = $"InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint={collector.Address}/",
        };
        services = new ServiceCollection().AddLogging().AddTelemetry(settings.GetValueOrDefault).BuildServiceProvider();
        foreach (var hosted in services.GetServices<IHostedService>())
        {
            await hosted.StartAsync(CancellationToken.None);
        }

        crms.Log = Log;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await collector.DisposeAsync();
        await crms.DisposeAsync();
    }

    [Fact]
    public async Task What_the_alerts_ask_for_is_what_arrives()
    {
        await crms.New.Run("insert into broken values ('XX000')");
        await Assert.ThrowsAsync<StepFailedException>(() => crms.Migrate(Plans.Customers()));
        await crms.New.Run("delete from broken");
        await crms.Migrate(Plans.Customers());
        await crms.Engine.SyncLag(Plans.Customers(), CancellationToken.None);
        await using (var run = await crms.Engine.Begin(Plans.Customers(), new() { RunId = "odd" }, new(), CancellationToken.None))
        {
            var port = new ValuePort(run) { After = step => step == "SettleMerges" ? crms.New.Run("update new_crm_customers set last_name = 'X' where id = 1") : Task.CompletedTask };
            await port.Answer(Flows.Migrate, run.Ref);
        }


        var items = await Sent();

        var properties = items.Where(item => item.Type == "MessageData").Select(item => item.Data.GetProperty("properties")).ToArray();
        Assert.All(EventsOfAlerts(), name => Assert.Contains(properties, one => one.TryGetProperty("EventName", out var sent) && sent.GetString() == name));
        var metrics = items.Where(item => item.Type == "MetricData").Select(item => item.Data).ToArray();
        Assert.All(MetricsOfAlerts(), name => Assert.Contains(metrics, one => Point(one).GetProperty("name").GetString() == name));
        var rejected = metrics.Where(one => one.TryGetProperty("properties", out var tags) && tags.TryGetProperty("fate", out var fate) && fate.GetString() == "rejected");
        Assert.Equal(await Rejected("run-2") + await Rejected("odd"), rejected.Sum(one => Point(one).GetProperty("value").GetInt64()));
        Assert.Contains(items, item => item.Type == "RemoteDependencyData" && item.Data.GetProperty("name").GetString() == "run");
        MarkedCustomers.AssertAbsent(collector.Taken("/v2.1/track"));
    }

    [Fact]
    public async Task An_exception_that_another_part_of_the_host_logs_arrives_without_its_message()
    {
        var worker = services.GetRequiredService<ILoggerFactory>().CreateLogger("Microsoft.Azure.Functions.Worker.FunctionsApplication");
#pragma warning disable CA1848, CA2254 // As a foreign library might log.
        worker.LogError(new InvalidOperationException("Zyxmark"), "A function failed.");
        services.GetRequiredService<ILoggerFactory>().CreateLogger("Npgsql.Command").LogError("Zyxmark");
#pragma warning restore CA1848, CA2254

        var items = await Sent();

        Assert.Contains(items, item => item.Type == "MessageData" && item.Data.GetProperty("message").GetString() == "A function failed.");
        MarkedCustomers.AssertAbsent(collector.Taken("/v2.1/track"));
    }

    [Theory]
    [InlineData("ClientId=11111111-2222-3333-4444-555555555555;Authorization=AAD", true)]
    [InlineData("Authorization=AAD", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_token_of_the_host_is_used_where_the_settings_ask_for_one(string? setting, bool token) =>
        Assert.Equal(token, TelemetryRegistration.Credential(setting) is DefaultAzureCredential);

    [Fact]
    public void Nothing_is_registered_where_nothing_is_configured() => Assert.Empty(new ServiceCollection().AddTelemetry(_ => null));

    private static JsonElement Point(JsonElement metric) => metric.GetProperty("metrics")[0];

    private static string[] EventsOfAlerts() => Words(EventName());

    private static string[] MetricsOfAlerts() => Words(MetricName());

    private static string[] Words(Regex pattern)
    {
        var alerts = BicepFile.All.Single(file => file.Name == "modules/alerts.bicep").Text;
        var words = pattern.Matches(alerts).Select(match => match.Groups[1].Value).ToArray();
        Assert.Equal(2, words.Length);
        return words;
    }

    private async Task<long> Rejected(string run) => (await crms.Engine.Report("NewCrm", run, CancellationToken.None))!.Counts.Rejected;

    // Disposing the exporters sends what they still hold.
    private async Task<IReadOnlyList<(string Type, JsonElement Data)>> Sent()
    {
        await services.DisposeAsync();
        return [.. collector.Taken("/v2.1/track").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("data"))
            .Select(data => (data.GetProperty("baseType").GetString()!, data.GetProperty("baseData")))];
    }

    [GeneratedRegex(@"format\(events, '([^']+)'\)")]
    private static partial Regex EventName();

    [GeneratedRegex("AppMetrics \\| where Name == \"([^\"]+)\"")]
    private static partial Regex MetricName();
}
