using CrmMigration.Schema;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Runs;

/// <summary>A target with the books of 400 runs, of 30 partitions with 1,000 rows each; every fourth run failed.</summary>
public sealed class ListingManyRuns : IAsyncLifetime
{
    private const string Books =
        """
        insert into crm_migration.runs (run_id, plan, plan_json, state, started_at)
        select 'run-' || i, 'p', '{}', case when i % 4 = 0 then 'failed' else 'reconciled' end, now() - make_interval(mins => i) from generate_series(1, 400) i;
        insert into crm_migration.entities (run_id, entity, position, target_table, created_target)
        select run_id, 'customers', 0, 'b', false from crm_migration.runs;
        insert into crm_migration.entity_sources (entity_id, position, source, source_table)
        select entity_id, 0, 'old', 'a' from crm_migration.entities;
        insert into crm_migration.partitions (entity_id, partition, source, expected_rows, state, read_rows)
        select entity_id, i, 'old', 1001, 'published', 1001 from crm_migration.entities, generate_series(0, 29) i;
        insert into crm_migration.ledger (entity_id, partition, fate, key_numbers)
        select entity_id, i, 'created', array(select generate_series(1, 1000)) from crm_migration.entities, generate_series(0, 29) i;
        insert into crm_migration.rejected_rows (entity_id, partition, source_key, rule, reason)
        select entity_id, i, i::text, 'r', 'r' from crm_migration.entities, generate_series(0, 29) i;
        analyze
        """;

    private const string Reads =
        "select sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::bigint from pg_stat_all_tables where schemaname = 'crm_migration' and relname in ('ledger', 'rejected_rows', 'partitions')";

    private const string KeysRead =
        """
        select coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0)::bigint from pg_stat_all_tables
        where relid = (select reltoastrelid from pg_class where oid = 'crm_migration.ledger'::regclass)
        """;

    private Crms crms = null!;

    public async ValueTask InitializeAsync()
    {
        crms = await Crms.Create();
        await StateSchema.Install(crms.New.DataSource, CancellationToken.None);
        await crms.New.Run(Books);
        crms.New.CloseIdle();
    }

    public async ValueTask DisposeAsync() => await crms.DisposeAsync();

    [Theory]
    [InlineData(null)]
    [InlineData("failed")]
    public async Task Only_the_books_of_the_runs_that_are_shown_are_read(string? state)
    {
        var before = await Settled();

        var runs = await crms.Engine.Runs("NewCrm", new() { State = state, Top = 2 }, CancellationToken.None);

        Assert.Equal(state is null ? ["run-1", "run-2"] : ["run-4", "run-8"], runs.Select(run => run.RunId));
        Assert.All(runs, run => Assert.Equal((30_030, 30_000, 30, 30), (run.Counts.Read, run.Counts.Created, run.Counts.Rejected, run.PartitionsDone)));

        // Two runs have 180 rows there, all have 36,000; the planner may look up some for itself.
        Assert.InRange(await ReadsAfter(before), 180, 500);
    }

    [Fact]
    public async Task No_key_of_a_ledger_is_read_to_count_them()
    {
        var before = await Settled();
        var keys = await crms.New.One<long>(KeysRead);

        var status = await crms.Engine.Status("NewCrm", "run-7", CancellationToken.None);

        Assert.Equal(30_000, status!.Counts.Created);
        await ReadsAfter(before);
        Assert.Equal(keys, await crms.New.One<long>(KeysRead));
    }

    // A session tells what it read when it ends, and not before; the last of the ones that wrote the books may be about to.
    private async Task<long> Settled()
    {
        await Until("select count(*) = 0 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
        await crms.New.Run("select pg_stat_clear_snapshot()");
        return await crms.New.One<long>(Reads);
    }

    private async Task<long> ReadsAfter(long before)
    {
        await Until($"select ({Reads}) > {before}");
        return await crms.New.One<long>(Reads) - before;
    }

    private async Task Until(string condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await crms.New.One<bool>(condition))
        {
            patience.Token.ThrowIfCancellationRequested();
        }
    }
}
