using CrmMigration.Tests.Postgres;
using Npgsql;
using Xunit;

namespace CrmMigration.Tests.Replay;

/// <summary>People edit the view crm_migration.rejects, as a role that owns nothing.</summary>
public sealed class EditsBySql : IAsyncLifetime
{
    private const string Old = Plans.OwnersTable + "; insert into old_crm_customers select i, null, 'p' || i || '@example.com', null from generate_series(1, 3) i; insert into old_crm_customers values (9, 'Ann Lee', null, null)";

    private SecondRole role = null!;
    private Crms crms = null!;
    private NpgsqlDataSource editor = null!;

    public async ValueTask InitializeAsync()
    {
        role = await SecondRole.Create();
        crms = await Crms.Create(Old);
        await crms.Migrate(Plans.Customers());
        await crms.New.Run($"""
            grant usage on schema crm_migration to {role.Name};
            grant select, update (fix, resolution) on crm_migration.rejects to {role.Name};
            update crm_migration.rejected_rows set suggestion = 'Personal Name' where source_key = '1'
            """);
        editor = NpgsqlDataSource.Create(role.At(crms.New));
    }

    public async ValueTask DisposeAsync()
    {
        await editor.DisposeAsync();
        await crms.DisposeAsync();
        await role.DisposeAsync();
    }

    [Fact]
    public async Task A_fix_written_into_the_view_is_replayed()
    {
        await Run("""update crm_migration.rejects set fix = '{"name": "Bob Ray"}' where source_key = '1'; update crm_migration.rejects set resolution = 'skip' where source_key = '2'""");

        var report = await crms.Replay(Plans.Customers());

        Replays.AssertReconciled(report);
        Assert.Equal(["1 created 1", "2 skipped", "3 rejected", "9 created 9"], await crms.Fates("customers"));
    }

    [Fact]
    public async Task A_fix_taken_back_or_skipped_is_what_it_was_said_last()
    {
        await Run("""update crm_migration.rejects set fix = '{"name": "Bob Ray"}'; update crm_migration.rejects set resolution = 'skip' where source_key = '2'""");
        await crms.New.Run("update crm_migration.rejects set fix = null where source_key = '3'");

        Assert.Equal(["1 fixed 1", "2 skip 1", "3 open"], await crms.New.All<string>("select concat_ws(' ', source_key, resolution, case when fix is not null then 1 end) from crm_migration.rejects order by 1"));
    }

    [Fact]
    public async Task Personal_values_are_shown_only_to_who_may_read_the_payloads()
    {
        await crms.New.Run("""update crm_migration.rejects set fix = '{"name": "Personal Fix"}'""");

        var before = await One<string>("select string_agg(t::text, '') from crm_migration.rejects as t");
        await Assert.ThrowsAsync<PostgresException>(() => One<string>("select payload::text from crm_migration.reject_payloads limit 1"));
        await crms.New.Run($"grant select on crm_migration.reject_payloads to {role.Name}");
        var after = await One<string>("select string_agg(t::text, '') from crm_migration.rejects as t");

        Assert.DoesNotContain("Personal", before!, StringComparison.Ordinal);
        Assert.Contains("Personal Name", after!, StringComparison.Ordinal);
        Assert.Contains("Personal Fix", after!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_cannot_see_a_fix_does_not_lose_it_by_another_edit()
    {
        await crms.New.Run("""update crm_migration.rejects set fix = '{"name": "Bob Ray"}' where source_key = '1'""");

        await Run("update crm_migration.rejects set resolution = 'open' where source_key = '1'");

        Assert.Equal("""open {"name": "Bob Ray"}""", await crms.New.One<string>("select resolution || ' ' || fix from crm_migration.rejects where source_key = '1'"));
    }

    [Theory]
    [InlineData("update crm_migration.rejects set fix = '[1]'", "one JSON object")]
    [InlineData("update crm_migration.rejects set resolution = 'done'", "rejected_rows_resolution_check")]
    [InlineData("update crm_migration.rejects set rule = 'mine'", "Only fix and resolution")]
    public async Task Anything_else_is_refused(string statement, string words)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => crms.New.Run(statement));

        Assert.Contains(words, refused.MessageText + refused.ConstraintName, StringComparison.Ordinal);
    }

    private async Task Run(string statement)
    {
        await using var command = editor.CreateCommand(statement);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private async Task<T?> One<T>(string query)
    {
        await using var command = editor.CreateCommand(query);
        return (T?)await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
