using CrmMigration.Reconcile;
using CrmMigration.Source;
using CrmMigration.Tests.Postgres;
using Npgsql;
using Xunit;

namespace CrmMigration.Tests.Source;

public sealed class SourcesAreOnlyRead : IAsyncLifetime
{
    private const string Customers = Plans.OwnersTable + "; insert into old_crm_customers select i, 'Ann Lee', 'ann' || i || '@example.com', null from generate_series(1, 50) i";

    private const string Password = "only-reads";

    private readonly string role = $"reader_{Guid.NewGuid():n}";

    public async ValueTask InitializeAsync() => await TestServer.Execute($"create role {role} login password '{Password}'");

    public async ValueTask DisposeAsync() => await TestServer.Execute($"drop role {role}");

    [Fact]
    public async Task A_role_that_may_only_select_is_enough()
    {
        await using var crms = await Crms.Create($"{Customers}; revoke all on schema public from public; grant usage on schema public to {role}; grant select on old_crm_customers to {role}");

        var report = await As(role, crms);

        Assert.Equal(Verdict.Reconciled, report.Verdict);
        Assert.Equal(50, report.Counts.Created);
    }

    [Fact]
    public async Task A_role_that_may_not_select_is_refused_by_the_name_of_the_table_before_anything_is_written()
    {
        await using var crms = await Crms.Create(Customers);

        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => As(role, crms));

        Assert.Contains("old_crm_customers", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, refusal.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await crms.New.One<long>("select count(*) from pg_class where relname like '%customers%'"));
    }

    // The policy shows rows only to a session that is set up as promised, whenever it reads.
    [Theory]
    [InlineData("current_setting('default_transaction_read_only') = 'on'")]
    [InlineData("current_setting('transaction_read_only') = 'on'")]
    [InlineData("current_setting('application_name') = 'crm-migration'")]
    [InlineData("current_setting('statement_timeout') <> '0'")]
    [InlineData("cannot_write()")]
    public async Task Every_source_session_is_protected(string condition)
    {
        await using var crms = await Crms.Create(
            $$"""
            {{Customers}};
            create table written (id int);
            grant insert on written to {{role}};
            create function cannot_write() returns boolean volatile language plpgsql as $$
            begin insert into written values (1); return false; exception when read_only_sql_transaction then return true; end $$;
            grant select on old_crm_customers to {{role}};
            alter table old_crm_customers enable row level security;
            create policy protected on old_crm_customers using ({{condition}})
            """);

        var report = await As(role, crms);

        Assert.Equal(50, report.Counts.Created);
        Assert.Equal(0, await crms.Old.One<long>("select count(*) from written"));
    }

    private static Task<RunReport> As(string role, Crms crms)
    {
        var reader = new NpgsqlConnectionStringBuilder(crms.Old.ConnectionString) { Username = role, Password = Password }.ConnectionString;
        var engine = new MigrationEngine(new SettingConnections(name => name == "OldCrm" ? reader : crms.New.ConnectionString));
        return InProcess.Run(engine, Plans.Customers(), new() { RunId = "run-1" }, new(), CancellationToken.None);
    }
}
