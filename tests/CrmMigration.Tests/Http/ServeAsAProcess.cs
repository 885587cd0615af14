using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using CrmMigration.Tests.Cli;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Http;

public sealed class ServeAsAProcess : IAsyncLifetime
{
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

        var killed = await Until(run, state => state != "running");
        await Post($"migrations/{run}/resume", null);
        var resumed = await Until(run, state => state != "running");
        await second.Terminate();

        Assert.Equal("interrupted", killed);
        Assert.Equal("reconciled", resumed);
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

    private async Task Open(ProgramProcess program)
    {
        while (!program.Output.Contains("Key,", StringComparison.Ordinal))
        {
            Assert.False(program.HasExited, program.Error);
            await Task.Delay(10, TestContext.Current.CancellationToken);
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

    private async Task<string> Until(string run, Func<string, bool> wanted)
    {
        while (true)
        {
            var text = await client.GetStringAsync(new Uri($"{address}/migrations/{run}"), TestContext.Current.CancellationToken);
            if (JsonNode.Parse(text)!["state"]!.ToString() is var state && wanted(state))
            {
                return state;
            }

            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }
}
