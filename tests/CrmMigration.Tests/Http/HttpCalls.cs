using System.Net.Http.Headers;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Http;

/// <summary>Real requests to a host, for the contract that all hosts keep. No answer of any test may hold a secret; see <see cref="Send"/>.</summary>
public abstract class HttpCalls : IAsyncLifetime
{
    private protected const string Person = "Zyxwvuta";
    private const string Marker = "hunter2-marker";

    private readonly WrittenPlans plans = new();
    private readonly HttpClient client = new();

    private protected IRunningHost Host { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync() => Host = await StartHost(Connections(), plans.Folder);

    public virtual async ValueTask DisposeAsync()
    {
        plans.Dispose();
        client.Dispose();
        await Host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected abstract Task<IRunningHost> StartHost(IReadOnlyDictionary<string, string?> connections, string plans);

    /// <summary>The connections of the host.</summary>
    private protected virtual Dictionary<string, string?> Connections() => new() { ["DeadCrm"] = $"Host=127.0.0.1;Port=1;Username=crm;Password={Marker};Timeout=2" };

    /// <summary>What no answer may hold.</summary>
    private protected virtual IEnumerable<string?> Secrets() => [Marker, Person, "Password=", "Host=", "   at ", "insert into", "Npgsql"];

    private protected async Task StartAgain(Func<ValueTask>? meanwhile = null)
    {
        await Host.DisposeAsync();
        await (meanwhile?.Invoke() ?? ValueTask.CompletedTask);
        Host = await StartHost(Connections(), plans.Folder);
    }

    private protected Task WritePlan(string name, string json) => Task.FromResult(plans.Write(json, name));

    private protected Task<Reply> Get(string path, string? accept = null) => Send(new(HttpMethod.Get, At(path)), accept: accept);

    private protected Task<Reply> Post(string path, string? json = null, string? idempotencyKey = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, At(path));
        request.Content = json is null ? null : new StringContent(json, MediaTypeHeaderValue.Parse("application/json"));
        if (idempotencyKey is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", idempotencyKey);
        }

        return Send(request);
    }

    private protected Task<Reply> Start(string plan = "customers", string? idempotencyKey = null) => Post("migrations", $$"""{ "plan": "{{plan}}", "mode": "full" }""", idempotencyKey);

    private protected Uri At(string path) => new(Host.Api, path.StartsWith("/api/", StringComparison.Ordinal) ? path[5..] : path);

    private protected async Task<Reply> Send(HttpRequestMessage request, string? key = "", string? accept = null)
    {
        using var sent = request;
        if (key is not null)
        {
            request.Headers.Add("x-functions-key", key.Length == 0 ? Host.Key : key);
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

    private void AssertNoSecret(string text) => Assert.All(
        Secrets().Where(secret => !string.IsNullOrEmpty(secret)), secret => Assert.DoesNotContain(secret!, text, StringComparison.OrdinalIgnoreCase));
}
