using CrmMigration.Tests.Cli;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Replay;

public sealed class FixAndReplayCommands : IAsyncLifetime
{
    private const string Old = Plans.OwnersTable + "; insert into old_crm_customers select i, case when i % 3 > 0 then 'Ann Lee' || i end, 'p' || i || '@example.com', null from generate_series(1, 9) i";

    private Crms crms = null!;

    public async ValueTask InitializeAsync()
    {
        crms = await Crms.Create(Old);
        await crms.Migrate(Plans.Customers());
    }

    public async ValueTask DisposeAsync() => await crms.DisposeAsync();

    [Fact]
    public async Task Rows_are_fixed_and_replayed_from_the_command_line()
    {
        var (fixedCode, said, _) = await Run("fix", "latest", "--rule", "required.missing", "--key", "3", "--set", "name=Bob = Ray", "--set", "email=bob@example.com");
        await Run("fix", "latest", "--rule", "required.missing", "--key", "6", "--skip");
        var (_, listed, _) = await Run("rejects", "latest");
        var (code, report, _) = await Run("replay", "latest", "--rule", "required.missing");
        var (_, status, _) = await Run("status", "latest");

        Assert.Equal((0, 0), (fixedCode, code));
        Assert.StartsWith("Entered for 1 row. When all is said: crm-migrate replay run-1 --rule required.missing", said, StringComparison.Ordinal);
        Assert.Contains("1 fixed, to be replayed; 1 to be skipped", string.Join(' ', listed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Contains("RECONCILED", report, StringComparison.Ordinal);
        Assert.Contains("1 created, 1 skipped, 1 rejected again", string.Join(' ', status.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal(["3 created 3", "6 skipped", "9 rejected"], (await crms.Fates("customers")).Where(fate => fate[0] is '3' or '6' or '9'));
    }

    [Theory]
    [InlineData("Say one thing of the rows")]
    [InlineData("Say one thing of the rows", "--skip", "--reset")]
    [InlineData("no column; expected COLUMN=VALUE", "--set", "name")]
    [InlineData("neither writes nor reads such a column", "--set", "nme=x")]
    [InlineData("no such rejected row with a suggestion", "--accept-suggestion")]
    public async Task A_mistake_is_told(string words, params string[] arguments)
    {
        var (code, _, error) = await Run(["fix", "latest", "--rule", "required.missing", .. arguments]);

        Assert.Equal(2, code);
        Assert.Contains(words, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_said_is_taken_back()
    {
        await Run("fix", "latest", "--rule", "required.missing", "--set", "name=Bob Ray");
        await Run("fix", "latest", "--rule", "required.missing", "--reset");

        Assert.Equal(3, await crms.New.One<long>("select count(*) from crm_migration.rejects where resolution = 'open' and fix is null"));
    }

    [Fact]
    public async Task A_run_that_cannot_be_replayed_says_why()
    {
        await crms.Migrate(Plans.Customers());

        var (code, _, error) = await Run("replay", "run-1");

        Assert.Equal(2, code);
        Assert.Contains("crm-migrate replay run-2", error, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Output, string Error)> Run(params string[] arguments)
    {
        var program = new ProgramInMemory();
        return (await program.Run(crms.Settings, arguments), program.Output, program.Error);
    }
}
