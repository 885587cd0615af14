using CrmMigration.Plan;
using CrmMigration.Profile;
using CrmMigration.Runs;
using CrmMigration.Source;
using CrmMigration.Tests.Postgres;

namespace CrmMigration.Tests.Profile;

/// <summary>An old CRM, and profiles of it; there is no new one.</summary>
internal sealed class ProfiledCrm : IAsyncDisposable
{
    private readonly TestDatabase old;

    private ProfiledCrm(TestDatabase old) => this.old = old;

    public static async Task<ProfiledCrm> Create(string schema)
    {
        var crm = new ProfiledCrm(await TestDatabase.Create());
        await crm.old.Run(schema);
        return crm;
    }

    /// <param name="settings">Further settings of the connection.</param>
    public Task<SourceProfile> Profile(MigrationPlan plan, ProfileOptions? options = null, string settings = "") =>
        new MigrationEngine(new SettingConnections(name => name == "OldCrm" ? $"{old.ConnectionString};{settings}" : null))
            .Profile(plan, options ?? new(), new RunProgress(), CancellationToken.None);

    /// <summary>The profile of the only table.</summary>
    public async Task<TableProfile> Table(MigrationPlan plan, ProfileOptions? options = null) => (await Profile(plan, options)).Tables.Single();

    public ValueTask DisposeAsync() => old.DisposeAsync();

    /// <summary>The settings of a program that knows this CRM alone.</summary>
    public Dictionary<string, string?> Settings => new() { ["ConnectionStrings:OldCrm"] = old.ConnectionString };
}
