using CrmMigration.Plan;
using CrmMigration.Reconcile;
using CrmMigration.Source;
using CrmMigration.Tests.Cli;
using CrmMigration.Tests.Postgres;
using Npgsql;
using Xunit;

namespace CrmMigration.Tests.Runs;

/// <summary>The books belong to the role of the first run; another role comes to the same target.</summary>
public sealed class ASecondRole : IAsyncLifetime
{
    private const string Customers = Plans.OwnersTable + "; insert into old_crm_customers select i, 'Ann Lee', 'ann' || i || '@example.com', null from generate_series(1, 20) i";
    private const string Thing = "create table thing (id int primary key, name varchar(255))";

    private static readonly MigrationPlan Copied = Plans.Copy("old_crm_customers", "thing");

    private readonly ProgramInMemory program = new();
    private readonly WrittenPlans plans = new();

    private SecondRole role = null!;
    private Crms crms = null!;

    public async ValueTask InitializeAsync()
    {
        role = await SecondRole.Create();
        crms = await Crms.Create(Customers, Thing);
        await crms.Migrate(Copied);
        await crms.New.Run($"grant select, insert, update on thing to {role.Name}");
    }

    public async ValueTask DisposeAsync()
    {
        plans.Dispose();
        await crms.DisposeAsync();
        await role.DisposeAsync();
    }

    [Theory]
    [InlineData("status")]
    [InlineData("report")]
    [InlineData("rejects")]
    [InlineData("resume")]
    public async Task Who_may_not_use_the_books_is_told_the_right_and_the_grant(string command)
    {
        var code = await program.Run(Settings(), command, "run-1", "--connection", "NewCrm");

        Assert.Equal(2, code);
        Assert.Contains($"grant usage on schema crm_migration to \"{role.Name}\"", program.Error, StringComparison.Ordinal);
        AssertPlainWords();
    }

    [Theory]
    [InlineData("status", "runs")]
    [InlineData("report", "runs")]
    [InlineData("rejects", "rejected_rows")]
    public async Task Who_may_use_the_schema_and_not_a_table_is_told_so_too(string command, string table)
    {
        await crms.New.Run($"{Grants()}; revoke select on crm_migration.{table} from {role.Name}");

        var code = await program.Run(Settings(), command, "run-1", "--connection", "NewCrm");

        Assert.Equal(2, code);
        Assert.Contains($"grant select on all tables in schema crm_migration to \"{role.Name}\"", program.Error, StringComparison.Ordinal);
        AssertPlainWords();
    }

    [Theory]
    [InlineData("check")]
    [InlineData("run")]
    public async Task A_plan_is_refused_before_anything_is_written(string command)
    {
        var code = await program.Run(Settings(), command, plans.Write(Copied));

        Assert.Equal(2, code);
        Assert.Contains("may not use the schema crm_migration", program.Error + program.Output, StringComparison.Ordinal);
        AssertPlainWords();
        Assert.Equal(1, await crms.New.One<long>("select count(*) from crm_migration.runs"));
    }

    [Fact]
    public async Task A_table_that_another_role_left_loaded_is_told_with_what_to_do()
    {
        await crms.New.Run($"{Grants()}; create table crm_migration.load_1 (); update crm_migration.entities set load_table = 'crm_migration.load_1', state = 'matched'");

        var code = await program.Run(Settings(), "run", plans.Write(Copied));

        Assert.Equal(2, code);
        Assert.Contains("belongs to another role", program.Error, StringComparison.Ordinal);
        AssertPlainWords();
        Assert.Equal(1, await crms.New.One<long>("select count(*) from crm_migration.runs"));
    }

    [Fact]
    public async Task The_grants_of_the_handbook_are_enough_to_run_into_tables_that_exist_and_that_the_plan_creates()
    {
        await crms.New.Run($"{Grants()}; grant usage, create on schema public to {role.Name}");
        var engine = new MigrationEngine(new SettingConnections(name => Settings()[$"ConnectionStrings:{name}"]));

        var again = await InProcess.Run(engine, Copied, new() { RunId = "second-1" }, new(), CancellationToken.None);
        var created = await InProcess.Run(engine, Plans.Customers(), new() { RunId = "second-2" }, new(), CancellationToken.None);

        Assert.Equal((Verdict.Reconciled, Verdict.Reconciled), (again.Verdict, created.Verdict));
        Assert.Equal((20, 20), (again.Counts.Unchanged, created.Counts.Created));
    }

    [Fact]
    public async Task The_grants_of_the_handbook_are_enough_to_resume_a_run_of_the_owner()
    {
        await crms.New.Run($"{Grants()}; update crm_migration.runs set state = 'failed'");

        var code = await program.Run(Settings(), "resume", "run-1");

        Assert.True(code == 0, program.Error);
        Assert.Equal("reconciled", await crms.New.One<string>("select state from crm_migration.runs"));
    }

    [Fact]
    public async Task A_reader_of_the_views_reads_them_and_no_table()
    {
        await crms.New.Run($"""
            grant usage on schema crm_migration to {role.Name};
            grant select on crm_migration.row_fates, crm_migration.xref, crm_migration.rejects to {role.Name};
            """);
        await using var reader = NpgsqlDataSource.Create(role.At(crms.New));

        var read = await Count(reader, "xref");
        var shut = await Assert.ThrowsAsync<PostgresException>(() => Count(reader, "ledger"));

        Assert.Equal(20L, read);
        Assert.Equal(0L, await Count(reader, "rejects"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, shut.SqlState);
        await Assert.ThrowsAsync<PostgresException>(() => Count(reader, "corrections"));
        await Assert.ThrowsAsync<PostgresException>(() => Count(reader, "reject_payloads"));
    }

    private static async Task<object?> Count(NpgsqlDataSource reader, string relation)
    {
        await using var command = reader.CreateCommand($"select count(*) from crm_migration.{relation}");
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    // As the README has them.
    private string Grants() => $"""
        grant usage, create on schema crm_migration to {role.Name};
        grant select, insert, update, delete on all tables in schema crm_migration to {role.Name}
        """;

    private Dictionary<string, string?> Settings() => new(crms.Settings) { ["ConnectionStrings:NewCrm"] = role.At(crms.New) };

    private void AssertPlainWords()
    {
        Assert.DoesNotContain("SQLSTATE", program.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Carry on with", program.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("second-secret", program.Error + program.Output, StringComparison.Ordinal);
    }
}
