using CrmMigration.Tests.Postgres;
using Npgsql;
using Xunit;

namespace CrmMigration.Tests.Cli;

public sealed class ConnectionMistakes : IAsyncLifetime
{
    private const string Secret = "hunter2-secret";

    private readonly ProgramInMemory program = new();
    private readonly WrittenPlans plans = new();

    private Crms crms = null!;

    public async ValueTask InitializeAsync() =>
        crms = await Crms.Create(Plans.OwnersTable + "; insert into old_crm_customers values (1, 'Ann Lee', null, null)");

    public async ValueTask DisposeAsync()
    {
        plans.Dispose();
        await crms.DisposeAsync();
    }

    [Theory]
    [InlineData("OldCrm", "wrong password")]
    [InlineData("NewCrm", "wrong password")]
    [InlineData("OldCrm", "unknown user")]
    [InlineData("OldCrm", "unknown database")]
    [InlineData("NewCrm", "unknown database")]
    [InlineData("OldCrm", "server down")]
    [InlineData("NewCrm", "server down")]
    [InlineData("OldCrm", "unknown host")]
    [InlineData("OldCrm", "not set")]
    [InlineData("NewCrm", "not set")]
    [InlineData("OldCrm", "no connection string")]
    [InlineData("NewCrm", "bad number")]
    public async Task A_wrong_connection_setting_exits_with_2_and_one_sentence_about_it(string connection, string mistake)
    {
        var settings = Settings();
        settings[$"ConnectionStrings:{connection}"] = Mistaken(mistake);

        var code = await program.Run(settings, "run", plans.Write(Plans.Customers()), "--run-id", "run-1");

        Assert.Equal(2, code);
        Assert.Single(program.Error.Trim().Split('\n'));
        Assert.Contains($"ConnectionStrings__{connection}", program.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, program.Error + program.Output, StringComparison.Ordinal);
        Assert.False(await crms.New.One<bool>("select to_regnamespace('crm_migration') is not null"));
    }

    [Fact]
    public async Task A_plan_with_three_mistakes_exits_with_2_and_three_messages()
    {
        var plan = plans.Write(Plans.Of(
            """
            "customers": {
              "from": { "table": "old_crm_customers", "key": "id" },
              "to": { "table": "new_crm_customers", "key": "id", "create": true },
              "fields": [{ "from": "nmae", "to": ["first_name", "last_name"], "as": "personName" }, { "from": "emial", "to": "email" }]
            },
            "orders": { "from": { "table": "old_orders", "key": "id" }, "to": { "table": "new_orders", "key": "id", "create": true } }
            """));

        var code = await program.Run(Settings(), "run", plan, "--run-id", "run-1");

        Assert.Equal(2, code);
        Assert.Contains("3 mistakes", program.Error, StringComparison.Ordinal);
        Assert.All(["nmae", "emial", "old_orders"], name => Assert.Contains(name, program.Error, StringComparison.Ordinal));
        Assert.False(await crms.New.One<bool>("select to_regnamespace('crm_migration') is not null"));
    }

    private Dictionary<string, string?> Settings() => new()
    {
        ["ConnectionStrings:OldCrm"] = crms.Old.ConnectionString,
        ["ConnectionStrings:NewCrm"] = crms.New.ConnectionString,
    };

    private string? Mistaken(string mistake)
    {
        var right = new NpgsqlConnectionStringBuilder(crms.Old.ConnectionString) { Timeout = 5 };
        return mistake switch
        {
            "wrong password" => With(right, "Password", Secret),
            "unknown user" => With(With(right, "Username", "nobody_at_all"), "Password", Secret),
            "unknown database" => With(right, "Database", "no_such_database"),
            "server down" => With(With(right, "Port", "1"), "Password", Secret),
            "unknown host" => With(With(right, "Host", "no-such-host.invalid"), "Password", Secret),
            "no connection string" => $"Host=127.0.0.1;{Secret}",
            "bad number" => $"Host=127.0.0.1;Port=many;Password={Secret}",
            _ => null,
        };
    }

    private static string With(string settings, string key, string value) => new NpgsqlConnectionStringBuilder(settings) { [key] = value }.ConnectionString;

    private static string With(NpgsqlConnectionStringBuilder settings, string key, string value) => With(settings.ConnectionString, key, value);
}
