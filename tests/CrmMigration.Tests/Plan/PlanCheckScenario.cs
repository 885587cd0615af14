using CrmMigration.Plan;
using Npgsql;
using Xunit;

namespace CrmMigration.Tests.Plan;

/// <summary>An old and a new database, empty at the start of each test, and plans checked against them.</summary>
public abstract class PlanCheckScenario(TwoDatabases databases) : IClassFixture<TwoDatabases>, IAsyncLifetime
{
    internal LiveDatabase Old => databases.Old;

    internal LiveDatabase New => databases.New;

    public async ValueTask InitializeAsync()
    {
        await Old.Empty();
        await New.Empty();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Makes people on the old side and persons on the new one, each with these columns, and checks a plan with these properties.</summary>
    internal async Task<CheckResult> CheckPeople(string oldColumns, string newColumns, string properties = "")
    {
        await Old.Run($"create table people ({oldColumns})");
        await New.Run($"create table persons ({newColumns})");
        return await Check(PlanJson.With(properties));
    }

    internal Task<CheckResult> Check(string json) => Check(json, Old.Open, New.Open);

    internal static Task<CheckResult> Check(string json, NpgsqlDataSource source, NpgsqlDataSource target) =>
        PlanCheck.Check(PlanReader.Read(json), _ => source, target, TestContext.Current.CancellationToken);

    /// <summary>The only mistake, on this path and with these words in what was found; returned to look further.</summary>
    internal static PlanMistake AssertOnly(IReadOnlyList<PlanMistake> mistakes, string path, string found)
    {
        var mistake = Assert.Single(mistakes);
        Assert.Equal(path, mistake.Path);
        Assert.Contains(found, mistake.Found, StringComparison.Ordinal);
        return mistake;
    }
}
