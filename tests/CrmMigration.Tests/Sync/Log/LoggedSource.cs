using CrmMigration.Plan;
using CrmMigration.Tests.Postgres;

namespace CrmMigration.Tests.Sync.Log;

/// <summary>An old CRM with a publication and a slot for its log, both of one name; the slot goes before the database does.</summary>
internal sealed class LoggedSource : IAsyncDisposable
{
    public const string Things = "create table things (id int primary key, name text); insert into things select i, 'thing ' || i from generate_series(1, 100) i";

    private LoggedSource(Crms crms) => Crms = crms;

    public Crms Crms { get; }

    public string Name { get; } = $"test_{Guid.NewGuid():N}";

    public static async Task<LoggedSource> Create(string schema)
    {
        var source = new LoggedSource(await Crms.Create(schema));
        await source.Publish();
        await source.MakeAgain();
        return source;
    }

    public MigrationPlan PlanOf(string more = "") => Plans.Of($$"""
        "things": {
          "from": { "table": "things", "key": "id", "changes": { "log": { "slot": "{{Name}}", "publication": "{{Name}}" }{{more}} } },
          "to": { "table": "new_things", "key": "id", "create": true }
        }
        """);

    /// <summary>The first pass makes the links and notes where the log stands; the next ones read it.</summary>
    public static async Task Started(Crms crms, MigrationPlan plan)
    {
        await crms.MigrateQuietly(plan);
        await crms.Sync(plan);
    }

    public Task Publish() => Crms.Old.Run($"create publication {Name} for table things with (publish_via_partition_root)");

    public Task Unpublish() => Crms.Old.Run($"drop publication {Name}");

    /// <summary>How far the slot has moved on.</summary>
    public Task<string?> Confirmed() => Crms.Old.One<string>($"select confirmed_flush_lsn::text from pg_replication_slots where slot_name = '{Name}'");

    /// <summary>A slot from before the publication was there: the log cannot be told by it.</summary>
    public async Task MakeUnreadable()
    {
        await Unpublish();
        await Drop();
        await MakeAgain();
        await Crms.Old.Run("insert into things values (200, 'before it is published'); delete from things where id = 200");
        await Publish();
    }

    private async Task MakeAgain()
    {
        await Drop();
        await Crms.Old.Run($"select pg_create_logical_replication_slot('{Name}', 'pgoutput')");
    }

    public async ValueTask DisposeAsync()
    {
        await Drop();
        await Crms.DisposeAsync();
    }

    private Task Drop() => Crms.Old.Run($"select pg_drop_replication_slot(slot_name) from pg_replication_slots where slot_name = '{Name}'");
}
