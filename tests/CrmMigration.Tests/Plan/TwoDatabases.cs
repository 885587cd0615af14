using Xunit;

namespace CrmMigration.Tests.Plan;

/// <summary>Two databases for the tests of one class, which run one after another.</summary>
public sealed class TwoDatabases : IAsyncLifetime
{
    internal LiveDatabase Old { get; private set; } = null!;

    internal LiveDatabase New { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Old = await LiveDatabase.Create();
        New = await LiveDatabase.Create();
    }

    public async ValueTask DisposeAsync()
    {
        await Old.DisposeAsync();
        await New.DisposeAsync();
    }
}
