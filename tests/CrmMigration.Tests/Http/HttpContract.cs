using System.Net.Http.Headers;
using CrmMigration.Tests.Postgres;
using Npgsql;
using Xunit;

namespace CrmMigration.Tests.Http;

/// <summary>What every host of the HTTP interface keeps, shown by real requests. No answer of any test may hold a secret; see <see cref="Send"/>.</summary>
public abstract partial class HttpContract : IAsyncLifetime
{
    private const string Marker = "hunter2-marker";
    private const string Person = "Zyxwvuta";

    // Every third customer has no name and is rejected.
    private const string Customers = Plans.OwnersTable
        + $"; insert into old_crm_customers select i, case when i % 3 > 0 then 'Ann {Person}' || i end, 'ann' || i || '@example.com', null from generate_series(1, 30) i";

    private readonly string plans = Directory.CreateTempSubdirectory("plans-").FullName;
    private readonly HttpClient client = new();

    private Crms crms = null!;
    private IRunningHost host = null!;

    public async ValueTask InitializeAsync()
    {
        crms = await Crms.Create(Customers);
        await WritePlan("customers", Plans.Customers().Json);
        host = await StartHost(Connections(), plans);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await crms.DisposeAsync();
        client.Dispose();
        Directory.Delete(plans, recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected abstract Task<IRunningHost> StartHost(IReadOnlyDictionary<string, string?> connections, string plans);

    private Dictionary<string, string?> Connections() => new()
    {
        ["OldCrm"] = crms.Old.ConnectionString,
        ["NewCrm"] = crms.New.ConnectionString,
        ["DeadCrm"] = $"Host=127.0.0.1;Port=1;Username=crm;Password={Marker};Timeout=2",
    };

    private Task WritePlan(string name, string json) => File.WriteAllTextAsync(Path.Combine(plans, name + ".json"), json);

    private Task<Reply> Get(string path, string? accept = null) => Send(new(HttpMethod.Get, At(path)), accept: accept);

    private Task<Reply> Post(string path, string? json = null, string? idempotencyKey = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, At(path));
        request.Content = json is null ? null : new StringContent(json, MediaTypeHeaderValue.Parse("application/json"));
        if (idempotencyKey is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", idempotencyKey);
        }

        return Send(request);
    }

    private Task<Reply> Start(string plan = "customers", string? idempotencyKey = null) => Post("migrations", $$"""{ "plan": "{{plan}}", "mode": "full" }""", idempotencyKey);

    private Uri At(string path) => new(host.Api, path.StartsWith("/api/", StringComparison.Ordinal) ? path[5..] : path);

    private async Task<Reply> Send(HttpRequestMessage request, string? key = "", string? accept = null)
    {
        using var sent = request;
        if (key is not null)
        {
            request.Headers.Add("x-functions-key", key.Length == 0 ? host.Key : key);
        }

        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        AssertNoSecret(answer.ToString() + text);
        var headers = answer.Headers.Concat(answer.Content.Headers).ToDictionary(one => one.Key, one => string.Join(", ", one.Value), StringComparer.OrdinalIgnoreCase);
        return new((int)answer.StatusCode, answer.Content.Headers.ContentType?.ToString(), text, headers);
    }

    private void AssertNoSecret(string text)
    {
        var settings = new NpgsqlConnectionStringBuilder(crms.New.ConnectionString);
        string?[] secrets = [Marker, Person, settings.Password, settings.Database, "Password=", "Host=", "   at ", "insert into", "Npgsql"];
        Assert.All(secrets.Where(secret => !string.IsNullOrEmpty(secret)), secret => Assert.DoesNotContain(secret!, text, StringComparison.OrdinalIgnoreCase));
    }

    private async Task<Reply> Until(string run, string state)
    {
        while (true)
        {
            var reply = await Get($"migrations/{run}");
            if (reply["state"] == state)
            {
                return reply;
            }

            Assert.True(reply["state"] == "running", reply.Text);
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    private async Task<string> Migrated()
    {
        var run = (await Start())["run"]!;
        await Until(run, "reconciled");
        return run;
    }
}
