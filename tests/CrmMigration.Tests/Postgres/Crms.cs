using CrmMigration.Plan;
using CrmMigration.Reconcile;
using CrmMigration.Runs;
using CrmMigration.Source;
using Microsoft.Extensions.Logging;

namespace CrmMigration.Tests.Postgres;

/// <summary>An old CRM, or two of them, a new one, and the engine between them, for one test.</summary>
internal sealed class Crms : IAsyncDisposable
{
    private int runs;
    private int rehearsals;

    private Crms(TestDatabase old, TestDatabase @new)
    {
        Old = old;
        New = @new;
    }

    public TestDatabase Old { get; }

    public TestDatabase New { get; }

    /// <summary>The connection string of the old CRM where it is another server's than that of the tests; null: <see cref="Old"/>.</summary>
    public string? OldElsewhere { get; set; }

    /// <summary>Sessions that the settings allow of the old and the new CRM; null: as many as the engine takes.</summary>
    public (int Old, int New)? Sessions { get; set; }

    /// <summary>The second old CRM, by the connection OtherCrm; null where there is none.</summary>
    public TestDatabase? Other { get; private init; }

    /// <summary>Hears the engine; null for nobody.</summary>
    public ILogger<MigrationEngine>? Log { get; set; }

    /// <summary>Where reports are kept; null: nowhere.</summary>
    public IReportShelf? Reports { get; set; }

    public MigrationEngine Engine => new(Connections, Log) { Reports = Reports };

    /// <summary>The connections as settings of the program.</summary>
    public Dictionary<string, string?> Settings =>
        new[] { ("OldCrm", (OldElsewhere ?? Old.ConnectionString) + OldCap), ("NewCrm", New.ConnectionString + NewCap), ("OtherCrm", Other?.ConnectionString) }
            .Where(side => side.Item2 is not null).ToDictionary(side => $"ConnectionStrings:{side.Item1}", side => side.Item2);

    private string OldCap => Sessions is { } most ? $";Maximum Pool Size={most.Old}" : "";

    private string NewCap => Sessions is { } most ? $";Maximum Pool Size={most.New}" : "";

    /// <summary>Secret keys by the names that plans have for them.</summary>
    public Dictionary<string, string> Keys { get; } = [];

    private SettingConnections Connections => new(name => Settings.GetValueOrDefault($"ConnectionStrings:{name}"), Keys.GetValueOrDefault);

    public static async Task<Crms> Create(string oldSchema = "", string newSchema = "")
    {
        var crms = new Crms(await TestDatabase.Create(), await TestDatabase.Create());
        await crms.Old.Run(oldSchema + ";");
        await crms.New.Run(newSchema + ";");
        return crms;
    }

    /// <summary>The same with two old CRMs.</summary>
    public static async Task<Crms> CreateWithTwoOld(string oldSchema, string otherSchema, string newSchema = "")
    {
        var crms = new Crms(await TestDatabase.Create(), await TestDatabase.Create()) { Other = await TestDatabase.Create() };
        await crms.Old.Run(oldSchema + ";");
        await crms.Other.Run(otherSchema + ";");
        await crms.New.Run(newSchema + ";");
        return crms;
    }

    /// <summary>An engine whose leases are renewed when that clock says so.</summary>
    public MigrationEngine EngineOf(TimeProvider clock) => new(Connections) { Clock = clock };

    /// <summary>A run with a new id; the ids are run-1, run-2 and so on.</summary>
    public Task<RunReport> Migrate(MigrationPlan plan, int? partitionRows = null, int parallel = 2) =>
        Migrate(plan, new RunOptions { RunId = $"run-{++runs}", PartitionRows = partitionRows, Parallel = parallel });

    public Task<RunReport> Migrate(MigrationPlan plan, RunOptions options) =>
        InProcess.Run(Engine, plan, options, new RunProgress(), CancellationToken.None);

    /// <summary>A rehearsal with a new id; the ids are rehearsal-1 and so on.</summary>
    public Task<RunReport> Rehearse(MigrationPlan plan, int? partitionRows = null) =>
        Migrate(plan, new RunOptions { RunId = $"rehearsal-{++rehearsals}", Mode = RunMode.Rehearsal, PartitionRows = partitionRows, Parallel = 2 });

    /// <summary>The fates of a run's rows, as <c>key fate target</c> in key order.</summary>
    public Task<List<string>> Fates(string entity, string run = "run-1") => New.All<string>(
        $"""
        select concat_ws(' ', source_key, fate, target_key) from crm_migration.row_fates
        where run_id = '{run}' and entity = '{entity}' order by length(source_key), source_key
        """);

    /// <summary>Empties the new CRM, books and all, for another migration from the same old one.</summary>
    public Task StartOver(string newSchema = "") =>
        New.Run("drop schema if exists crm_migration cascade; drop schema public cascade; create schema public; " + newSchema + ";");

    /// <summary>A hash over every row of a table of the new CRM.</summary>
    public Task<string?> HashOf(string table) =>
        New.One<string>($"select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from {table} as t");

    public async ValueTask DisposeAsync()
    {
        await Old.DisposeAsync();
        await New.DisposeAsync();
        if (Other is { } other)
        {
            await other.DisposeAsync();
        }
    }
}
