using System.Text.Json;
using CrmMigration.Reconcile;
using CrmMigration.Reconcile.Report;
using CrmMigration.Runs;
using Xunit;

namespace CrmMigration.Tests.Reconcile.Report;

public class JsonOfReports
{
    [Fact]
    public void A_report_read_back_is_the_same_report()
    {
        var report = BelievableRun.NotReconciled();

        var back = ReportJson.Read(ReportJson.Write(report));

        Assert.Equivalent(report, back, strict: true);
        Assert.Equal(ReportJson.Write(report), ReportJson.Write(back));
    }

    [Fact]
    public void The_verdict_and_the_sums_are_there_by_stable_names()
    {
        using var json = JsonDocument.Parse(ReportJson.Write(BelievableRun.NotReconciled()));

        Assert.Equal("not-reconciled", json.RootElement.GetProperty("verdict").GetString());
        Assert.Equal(6_750_530, json.RootElement.GetProperty("counts").GetProperty("read").GetInt64());
        Assert.False(json.RootElement.GetProperty("counts").GetProperty("addsUp").GetBoolean());
        Assert.Equal("184203117.45", Text(ReportJson.Write(BelievableRun.Reconciled()), "entities[1].totals[0].read"));
    }

    [Fact]
    public void A_status_shows_rates_and_estimates_only_when_they_are_known()
    {
        var status = new RunStatus
        {
            RunId = "run-7",
            Plan = "plan",
            State = "running",
            StartedAt = DateTimeOffset.UnixEpoch,
            PartitionsDone = 1,
            PartitionsTotal = 2,
            Counts = new FateCounts(10, 10, 0, 0, 0, 0, 0),
        };

        using var unknown = JsonDocument.Parse(ReportJson.Write(status));
        using var known = JsonDocument.Parse(ReportJson.Write(status with { Remaining = TimeSpan.FromSeconds(90), RowsPerSecond = 2.5 }));

        Assert.Equal(JsonValueKind.Null, unknown.RootElement.GetProperty("remaining").ValueKind);
        Assert.Equal("00:01:30", known.RootElement.GetProperty("remaining").GetString());
        Assert.Equal(2.5, known.RootElement.GetProperty("rowsPerSecond").GetDouble());
    }

    private static string? Text(string json, string path)
    {
        using var document = JsonDocument.Parse(json);
        var element = document.RootElement;
        foreach (var step in path.Split('.', '['))
        {
            element = step.EndsWith(']') ? element[int.Parse(step[..^1])] : element.GetProperty(step);
        }

        return element.GetString();
    }
}
