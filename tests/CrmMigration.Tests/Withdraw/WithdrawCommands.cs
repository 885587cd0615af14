using System.Text.Json;
using CrmMigration.Tests.Cli;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Withdraw;

public sealed class WithdrawCommands : IAsyncLifetime
{
    private const string Old = Plans.OwnersTable + "; insert into old_crm_customers select i, 'Ann Lee' || i, 'p' || i || '@example.com', null from generate_series(1, 9) i";

    private Crms crms = null!;

    public async ValueTask InitializeAsync()
    {
        crms = await Crms.Create(Old);
        await crms.Migrate(Plans.Customers());
    }

    public async ValueTask DisposeAsync() => await crms.DisposeAsync();

    [Fact]
    public async Task A_run_is_looked_at_withdrawn_and_what_stays_is_tried_again()
    {
        await crms.New.Run("update new_crm_customers set phone = '1' where id = 5");

        var (lookCode, look, _) = await Run("withdraw", "latest", "--dry-run");
        var (code, said, _) = await Run("withdraw", "latest");
        var (_, status, _) = await Run("status", "latest");
        await crms.New.Run("delete from new_crm_customers");
        var (again, json, _) = await Run("withdraw", "latest", "--json");

        Assert.Equal((1, 1, 0), (lookCode, code, again));
        Assert.Contains("Nothing was written; this is what a withdrawal would do now.", look, StringComparison.Ordinal);
        Assert.Contains("To be undone: 8 rows removed.", look, StringComparison.Ordinal);
        Assert.Contains("WITHDRAWN BUT FOR 1 ROW", said, StringComparison.Ordinal);
        Assert.Contains("new_crm_customers  5    created     It was changed in the target since it was", said, StringComparison.Ordinal);
        Assert.Contains("crm-migrate withdraw run-1", said, StringComparison.Ordinal);
        Assert.Contains("withdrawn", status, StringComparison.Ordinal);
        Assert.Equal((8, 0), (JsonDocument.Parse(json).RootElement.GetProperty("removed").GetInt32(), JsonDocument.Parse(json).RootElement.GetProperty("kept").GetInt32()));
    }

    [Fact]
    public async Task Whole_is_told_apart_from_but_for_some()
    {
        var (code, said, _) = await Run("withdraw", "run-1");
        var (report, page, _) = await Run("report", "run-1");
        var (again, _, _) = await Run("withdraw", "run-1");

        Assert.Equal((0, 1, 0), (code, report, again));
        Assert.Contains("WITHDRAWN", said, StringComparison.Ordinal);
        Assert.DoesNotContain("BUT FOR", said, StringComparison.Ordinal);
        Assert.Contains("Undone: 9 rows removed.", said, StringComparison.Ordinal);
        Assert.Contains("WITHDRAWN", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rehearsal_an_older_run_and_one_whose_earlier_rows_were_dropped_are_refused()
    {
        await crms.Rehearse(Plans.Customers());
        var (rehearsal, why, _) = await Error("withdraw", "rehearsal-1");
        await crms.Migrate(Plans.Customers());
        var (older, newer, _) = await Error("withdraw", "run-1");
        await crms.New.Run("select crm_migration.forget_earlier(now() + interval '1 day')");
        var (forgotten, dropped, _) = await Error("withdraw", "run-2");

        Assert.Equal((2, 2, 2), (rehearsal, older, forgotten));
        Assert.Contains("nothing of it is in the target", why, StringComparison.Ordinal);
        Assert.Contains("Withdraw that one first: crm-migrate withdraw run-2", newer, StringComparison.Ordinal);
        Assert.Contains("was dropped from the books", dropped, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Output, string Error)> Run(params string[] arguments)
    {
        var program = new ProgramInMemory();
        return (await program.Run(crms.Settings, arguments), program.Output, program.Error);
    }

    private async Task<(int Code, string Error, string Output)> Error(params string[] arguments)
    {
        var (code, output, error) = await Run(arguments);
        return (code, string.Join(' ', error.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), output);
    }
}
