using CrmMigration.Tests.Postgres;
using Npgsql;
using Xunit;

namespace CrmMigration.Tests.Http;

/// <summary>What every host of the HTTP interface keeps when it works with databases.</summary>
public abstract partial class HttpContract : HttpCalls
{
    // Every third customer has no name and is rejected.
    private const string Customers = Plans.OwnersTable
        + $"; insert into old_crm_customers select i, case when i % 3 > 0 then 'Ann {Person}' || i end, 'ann' || i || '@example.com', null from generate_series(1, 30) i";

    private SecondRole second = null!;

    private protected Crms Crms { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        second = await SecondRole.Create();
        Crms = await Crms.Create(Customers);
        await WritePlan("customers", Plans.Customers().Json);
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Crms.DisposeAsync();
        await second.DisposeAsync();
    }

    private protected override Dictionary<string, string?> Connections() =>
        new(base.Connections()) { ["OldCrm"] = Crms.Old.ConnectionString, ["NewCrm"] = Crms.New.ConnectionString, ["ShutCrm"] = second.At(Crms.New) };

    private protected override IEnumerable<string?> Secrets()
    {
        var settings = new NpgsqlConnectionStringBuilder(Crms.New.ConnectionString);
        return [.. base.Secrets(), settings.Password, settings.Database];
    }

    private protected async Task<Reply> Until(string run, string state)
    {
        while (true)
        {
            var reply = await Get($"migrations/{run}");
            if (reply["state"] == state)
            {
                return reply;
            }

            Assert.True(reply["state"] == "running", reply.Text);
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }
    }

    private protected async Task<string> Migrated()
    {
        var run = (await Start())["run"]!;
        await Until(run, "reconciled");
        return run;
    }
}
