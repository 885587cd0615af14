using System.Globalization;
using System.Text.RegularExpressions;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Cli;

public partial class PassesAgainAndAgain
{
    [Fact]
    public async Task Who_has_taken_longer_than_the_time_goes_on_at_once()
    {
        await using var crms = await Started();
        using var plans = new WrittenPlans();
        await using var program = ProgramProcess.Start(crms, "sync", plans.Write(Plans.Customers()), "--every", "0.01s");

        await Until(program, async () => await crms.New.One<long>("select count(*) from crm_migration.runs where mode = 'incremental' and state = 'reconciled'") > 2);
        await program.Terminate();
        await program.Exit();

        Assert.NotEmpty(Rests(program));
        Assert.All(Rests(program), rest => Assert.Equal(0, rest));
    }

    [Fact]
    public async Task The_time_counts_from_when_a_pass_began_and_who_stops_in_between_has_done_all()
    {
        await using var crms = await Started();
        using var plans = new WrittenPlans();
        await using var program = ProgramProcess.Start(crms, "sync", plans.Write(Plans.Customers()), "--every", "1m");

        await Until(program, () => Task.FromResult(Rests(program).Count > 0));
        await program.Terminate();
        var code = await program.Exit();

        Assert.Equal(0, code);
        Assert.InRange(Assert.Single(Rests(program)), 1, 59.9);
    }

    private static async Task<Crms> Started()
    {
        var crms = await Crms.Create(Plans.OwnersTable + "; insert into old_crm_customers values (1, 'Ann Lee', 'ann@example.com', null)");
        await crms.MigrateQuietly(Plans.Customers());
        return crms;
    }

    private static async Task Until(ProgramProcess program, Func<Task<bool>> done)
    {
        while (!await done())
        {
            Assert.False(program.HasExited, program.Error);
            await Task.Delay(20);
        }
    }

    private static List<double> Rests(ProgramProcess program) =>
        [.. Rest().Matches(program.Error).Select(match => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))];

    [GeneratedRegex(@"next pass begins in ([0-9.]+) s")]
    private static partial Regex Rest();
}
