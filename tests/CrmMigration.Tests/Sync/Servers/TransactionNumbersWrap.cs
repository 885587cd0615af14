using CrmMigration.Plan;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Sync.Servers;

/// <summary>The old CRM's server is near the end of its second epoch: horizons lie beyond 2^32, and the numbers that rows have begin anew between two passes.</summary>
public sealed class TransactionNumbersWrap(ScratchServer server) : IClassFixture<ScratchServer>
{
    // A page of the commit log holds 32,768 transactions: the server makes it anew when its first one begins.
    private const long Page = 32_768;

    private const long Epoch = 1L << 32;

    private static readonly MigrationPlan Plan = Plans.Copy("things", "new_things");

    [Fact]
    public async Task A_pass_brings_what_changed_and_no_other_row()
    {
        await MoveTo(Epoch - Page);
        await server.Execute(Burn((int)Page - 100));
        await server.Execute("create table things (id int primary key, name text); insert into things select i, 'thing ' || i from generate_series(1, 100) i");
        await using var crms = await Crms.Create("", "create table new_things (id int primary key, name text)");
        crms.OldElsewhere = server.ConnectionString;
        await crms.MigrateQuietly(Plan);
        await crms.Sync(Plan);
        var beyond = await crms.New.One<long>("select horizon from crm_migration.link_sets");
        await server.Execute("update things set name = 'before' where id = 1");
        await using var late = await server.DataSource.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var open = await late.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var command = new Npgsql.NpgsqlCommand("insert into things values (101, 'late')", late, open);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await server.Execute("vacuum freeze things");
        await crms.Sync(Plan);
        await server.Execute(Burn(200));
        await server.Execute("update things set name = 'after' where id = 2; delete from things where id = 3");
        await open.CommitAsync(TestContext.Current.CancellationToken);

        var wrapped = await crms.Sync(Plan);
        var quiet = await crms.Sync(Plan);

        Assert.InRange(beyond, Epoch, (2 * Epoch) - 1);
        Assert.InRange(await crms.New.One<long>("select horizon from crm_migration.link_sets"), 2 * Epoch, 3 * Epoch);
        Assert.Equal((1, 1, 1), (wrapped.Counts.Created, wrapped.Counts.Updated, wrapped.Counts.Deleted));
        Assert.InRange(wrapped.Counts.Read, 3, 4);
        Assert.Equal(0, quiet.Counts.Read);
        Assert.Empty(await Differences.Between(crms, server.DataSource, "things", "new_things"));
    }

    private static string Burn(int transactions) => $"do $$ begin for i in 1..{transactions} loop perform pg_current_xact_id(); commit; end loop; end $$";

    // Rows of the catalog that are not frozen would be of the future then.
    private async Task MoveTo(long transaction)
    {
        await server.Execute("vacuum (freeze)");
        await server.Stop();
        await server.Run("pg_resetwal", "-e", "1", "-x", $"{transaction}", "-u", $"{transaction - 10_000}");
        await server.Start();
    }
}
