using CrmMigration.Source;
using CrmMigration.Tests.Cli;
using CrmMigration.Tests.Postgres;
using Npgsql;
using Xunit;

namespace CrmMigration.Tests.Source;

public sealed class TlsIsTheRule
{
    [Theory]
    [InlineData("Host=db1", SslMode.VerifyFull)]
    [InlineData("Host=10.0.0.4", SslMode.VerifyFull)]
    [InlineData("Host=db1.postgres.database.azure.com;Username=a", SslMode.VerifyFull)]
    [InlineData("Host=localhost.example.com", SslMode.VerifyFull)]
    [InlineData("Host=localhost,db1", SslMode.VerifyFull)]
    [InlineData("Host=db1;SSL Mode=Require", SslMode.Require)]
    [InlineData("Host=db1;sslmode=disable", SslMode.Disable)]
    [InlineData("Host=db1;SslMode=Prefer", SslMode.Prefer)]
    [InlineData("Host=localhost", SslMode.Prefer)]
    [InlineData("Host=LOCALHOST:5433,127.0.0.1:5434", SslMode.Prefer)]
    [InlineData("Host=127.3.2.1", SslMode.Prefer)]
    [InlineData("Host=::1", SslMode.Prefer)]
    [InlineData("Host=/var/run/postgresql", SslMode.Prefer)]
    [InlineData("Host=localhost;SSL Mode=VerifyFull", SslMode.VerifyFull)]
    public void The_server_proves_who_it_is_unless_it_is_this_machine_or_less_is_asked_for_by_name(string text, SslMode expected)
    {
        var settings = ConnectionSettings.Parse(new SettingConnections(_ => text), "OldCrm", text);

        Assert.Equal(expected, settings.SslMode);
    }

    [Fact]
    public async Task Less_asked_for_by_name_is_warned_about()
    {
        var engine = new MigrationEngine(new SettingConnections(
            name => name == "OldCrm" ? "Host=db1;Password=hunter2;SSL Mode=Require" : "Host=localhost;SSL Mode=Disable"));

        var warning = Assert.Single(await engine.Warnings(Plans.Customers(), TestContext.Current.CancellationToken));

        Assert.Equal("$.sources.old.connection", warning.Path);
        Assert.Equal(3, warning.Line);
        Assert.Equal("ConnectionStrings__OldCrm asks for 'SSL Mode=Require' across a network", warning.Found);
        Assert.DoesNotContain("hunter2", warning.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rule_and_names_alone_are_not_warned_about()
    {
        var engine = new MigrationEngine(new SettingConnections(name => name == "OldCrm" ? "Host=db1" : "Host=db2;SSL Mode=VerifyFull"));

        Assert.Empty(await engine.Warnings(Plans.Customers(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_program_warns_on_its_error_output()
    {
        var program = new ProgramInMemory();
        using var plans = new WrittenPlans();
        var settings = new Dictionary<string, string?>
        {
            ["ConnectionStrings:OldCrm"] = "Host=no-such-host.invalid;Username=a;Password=hunter2;SSL Mode=Allow",
            ["ConnectionStrings:NewCrm"] = TestServer.ConnectionString,
        };

        await program.Run(settings, "run", plans.Write(Plans.Customers()));

        Assert.Contains("Warning: $.sources.old.connection (line 3): ConnectionStrings__OldCrm asks for 'SSL Mode=Allow'", program.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", program.Error, StringComparison.Ordinal);
    }
}
