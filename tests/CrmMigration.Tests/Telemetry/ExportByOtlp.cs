using CrmMigration.Tests.Cli;
using CrmMigration.Tests.Http;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Telemetry;

/// <summary>The real program, with a collector beside it.</summary>
public sealed class ExportByOtlp : IAsyncLifetime
{
    private readonly WrittenPlans plans = new();

    private Crms crms = null!;

    public async ValueTask InitializeAsync() => crms = await Crms.Create(MarkedCustomers.Old, MarkedCustomers.New);

    public async ValueTask DisposeAsync()
    {
        plans.Dispose();
        await crms.DisposeAsync();
    }

    [Fact]
    public async Task A_run_sends_spans_metrics_and_log_records_to_the_endpoint_that_is_set()
    {
        await using var collector = await Collector.Start();
        Dictionary<string, string> settings = new()
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["Logging__LogLevel__CrmMigration"] = "Debug",
        };

        await using var run = ProgramProcess.Start(crms, settings, "run", plans.Write(Plans.Customers()), "--run-id", "run-1");
        var code = await run.Exit();

        var (spans, metrics, records) = (collector.Taken("/v1/traces"), collector.Taken("/v1/metrics"), collector.Taken("/v1/logs"));
        Assert.Equal((0, ""), (code, code == 0 ? "" : run.Error));
        Assert.All(["crm-migrate", "run-1", "entity", "partition", "PublishPartition", "reconciled"], word => Assert.Contains(word, spans, StringComparison.Ordinal));
        Assert.All(["crm_migration.rows", "crm_migration.partitions.at_work", "crm_migration.step.duration", "rejected"], word => Assert.Contains(word, metrics, StringComparison.Ordinal));
        Assert.All(["CrmMigration.RunReconciled", "CrmMigration.StepEnded", "run-1"], word => Assert.Contains(word, records, StringComparison.Ordinal));
        Assert.All([spans, metrics, records, run.Output, run.Error], MarkedCustomers.AssertAbsent);
    }

    [Fact]
    public async Task An_endpoint_that_nobody_listens_at_does_not_hinder_a_run()
    {
        await using var run = ProgramProcess.Start(
            crms, new Dictionary<string, string> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:9" }, "run", plans.Write(Plans.Customers()));

        Assert.Equal(0, await run.Exit());
    }

    [Fact]
    public async Task Nothing_of_it_is_loaded_where_no_endpoint_is_set()
    {
        await using var hold = await HeldTable.Hold(crms.Old);
        await using var run = ProgramProcess.Start(crms, "run", plans.Write(Plans.Customers()), "--run-id", "run-1");
        while (await crms.New.One<string?>("select to_regclass('crm_migration.phases')::text") is null || await crms.New.One<long>("select count(*) from crm_migration.phases") == 0)
        {
            Assert.False(run.HasExited, run.Error);
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        var loaded = run.LoadedFiles();
        await hold.DisposeAsync();

        Assert.Contains(loaded, file => file.EndsWith("/Npgsql.dll", StringComparison.Ordinal));
        Assert.DoesNotContain(loaded, file => file.Contains("OpenTelemetry", StringComparison.Ordinal));
        Assert.Equal(0, await run.Exit());
    }
}
