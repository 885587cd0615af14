using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using CrmMigration.Tests.Azure;
using CrmMigration.Tests.Cli;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Http;

public sealed class ServeAsAProcess : IAsyncLifetime
{
    private const string Reports = "CrmMigration__Reports";

    private readonly WrittenPlans plans = new();
    private readonly HttpClient client = new();

    private Crms crms = null!;
    private string address = "";

    public async ValueTask InitializeAsync()
    {
        crms = await Crms.Create(Plans.OwnersTable + "; insert into old_crm_customers select i, 'Ann Lee' || i, null, null from generate_series(1, 20) i");
        plans.Write(Plans.Customers(), "customers");
    }

    public async ValueTask DisposeAsync()
    {
        plans.Dispose();
        client.Dispose();
        await crms.DisposeAsync();
    }

    [Fact]
    public async Task A_run_of_a_killed_host_reads_interrupted_and_the_next_host_resumes_it()
    {
        await using var hold = await HeldTable.Hold(crms.Old);
        await using var first = ProgramProcess.Start(crms, "serve", "--port", "0", "--plans", plans.Folder);
        await Open(first);
        var run = (await Post("migrations", JsonNode.Parse("""{ "plan": "customers", "mode": "full" }""")))["run"]!.ToString();
        await first.Kill();
        await hold.DisposeAsync();
        await using var second = ProgramProcess.Start(crms, "serve", "--port", "0", "--plans", plans.Folder);
        await Open(second);

        var killed = await Until(run, IsOver);
        await Post($"migrations/{run}/resume", null);
        var resumed = await Until(run, IsOver);
        await second.Terminate();

        Assert.Equal("interrupted", killed["state"]!.ToString());
        Assert.Equal("reconciled", resumed["state"]!.ToString());
        Assert.Equal(0, await second.Exit());
        Assert.Single(second.Output.Split('\n'), line => line.StartsWith("Key", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stop_of_the_host_stops_its_run_and_exits_with_3()
    {
        await using var hold = await HeldTable.Hold(crms.Old);
        await using var program = ProgramProcess.Start(crms, "serve", "--port", "0", "--plans", plans.Folder);
        await Open(program);
        var run = (await Post("migrations", JsonNode.Parse("""{ "plan": "customers", "mode": "full" }""")))["run"]!.ToString();

        await program.Terminate();
        var code = await program.Exit();

        Assert.Equal(3, code);
        Assert.Contains($"crm-migrate resume {run}", program.Error, StringComparison.Ordinal);
        Assert.Equal("stopped", (await crms.Engine.Status("NewCrm", run, CancellationToken.None))!.State);
    }

    [Fact]
    public async Task The_report_of_a_run_is_kept_in_the_container_that_a_setting_names()
    {
        var container = Azurite.Container();
        await using var program = ProgramProcess.Start(crms, new Dictionary<string, string> { [Reports] = $"{Azurite.Signed(container)}" }, "serve", "--port", "0", "--plans", plans.Folder);
        await Open(program);

        var (run, state, remark) = await Migrate();

        Assert.Equal(("reconciled", $"The report is kept at {container.Uri}/{run}/report.html"), (state, remark));
        Assert.Contains("reconciled", await Blob(container, $"{run}/report.json"), StringComparison.Ordinal);
        Assert.StartsWith("<!doctype html>", await Blob(container, $"{run}/report.html"), StringComparison.Ordinal);
        Assert.StartsWith("entity,source,source_key", await Blob(container, $"{run}/rejects.csv"), StringComparison.Ordinal);
        await container.DeleteAsync(cancellationToken: TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_report_that_cannot_be_kept_changes_no_verdict_and_is_told()
    {
        await using var program = ProgramProcess.Start(crms, new Dictionary<string, string> { [Reports] = "http://127.0.0.1:1/crm/reports?sig=hunter2" }, "serve", "--port", "0", "--plans", plans.Folder);
        await Open(program);

        var (_, state, remark) = await Migrate();

        Assert.Equal("reconciled", state);
        Assert.Contains("The report could not be kept in its place", remark, StringComparison.Ordinal);
        Assert.Contains("127.0.0.1:1/crm/reports does not answer", remark, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", remark + program.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--port 70000", "--port is 70000; expected 0 to 65535.")]
    [InlineData("--plans no-such-folder", "no-such-folder")]
    public async Task A_port_or_folder_that_cannot_be_exits_with_2(string arguments, string message)
    {
        var program = new ProgramInMemory();

        var code = await program.Run(["serve", .. arguments.Split(' ')]);

        Assert.Equal(2, code);
        Assert.Contains(message, program.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_exits_with_2()
    {
        var program = new ProgramInMemory();
        using var holder = new TcpListener(IPAddress.Loopback, 0);
        holder.Start();

        var code = await program.Run("serve", "--plans", plans.Folder, "--port", $"{((IPEndPoint)holder.LocalEndpoint).Port}");

        Assert.Equal(2, code);
        Assert.Contains("Give another one with --port", program.Error, StringComparison.Ordinal);
    }

    private static async Task<string> Blob(BlobContainerClient container, string name) =>
        (await container.GetBlobClient(name).DownloadContentAsync(TestContext.Current.CancellationToken)).Value.Content.ToString();

    // A run ends before its report is kept, so that the remark comes last.
    private async Task<(string Run, string State, string Remark)> Migrate()
    {
        var run = (await Post("migrations", JsonNode.Parse("""{ "plan": "customers", "mode": "full" }""")))["run"]!.ToString();
        var status = await Until(run, status => status["state"]!.ToString() != "running" && status["remarks"]!.AsArray().Count > 0);
        return (run, status["state"]!.ToString(), status["remarks"]![0]!.ToString());
    }

    private async Task Open(ProgramProcess program)
    {
        while (!program.Output.Contains("Key,", StringComparison.Ordinal))
        {
            Assert.False(program.HasExited, program.Error);
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        var lines = program.Output.Split('\n');
        client.DefaultRequestHeaders.Remove("x-functions-key");
        client.DefaultRequestHeaders.Add("x-functions-key", lines[1].Split(": ")[1].Trim());
        address = lines[0]["Listening on ".Length..].Trim();
    }

    private async Task<JsonNode> Post(string path, JsonNode? body)
    {
        using var content = body is null ? null : JsonContent.Create(body);
        using var answer = await client.PostAsync(new Uri($"{address}/{path}"), content, TestContext.Current.CancellationToken);
        Assert.Equal(202, (int)answer.StatusCode);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
    }

    private static bool IsOver(JsonNode status) => status["state"]!.ToString() != "running";

    private async Task<JsonNode> Until(string run, Func<JsonNode, bool> wanted)
    {
        while (true)
        {
            var text = await client.GetStringAsync(new Uri($"{address}/migrations/{run}"), TestContext.Current.CancellationToken);
            if (JsonNode.Parse(text)! is var status && wanted(status))
            {
                return status;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }
}
