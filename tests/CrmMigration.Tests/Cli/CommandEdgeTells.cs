using CrmMigration.Cli.Edge;
using CrmMigration.Plan;
using Microsoft.Extensions.Configuration;
using Npgsql;
using Xunit;

namespace CrmMigration.Tests.Cli;

public class CommandEdgeTells
{
    private readonly StringWriter error = new();

    [Fact]
    public async Task Every_mistake_of_a_plan_with_its_place_and_fix()
    {
        var invalid = new InvalidPlanException(
        [
            new("$.target", 4, "nothing", "a connection", "Name one."),
            new("$.entities.customers.fields[1].to", null, "emial", "a column", "Write email."),
        ]);

        var code = await Edge(TestContext.Current.CancellationToken).Guard(() => throw invalid);

        Assert.Equal(2, code);
        Assert.Contains("2 mistakes", error.ToString(), StringComparison.Ordinal);
        Assert.All(
            ["$.target (line 4)", "Name one.", "$.entities.customers.fields[1].to", "emial", "Write email."],
            text => Assert.Contains(text, error.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stop_on_request_with_the_way_to_carry_on()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        var code = await Edge(stop.Token).Guard(() => throw new OperationCanceledException(), "run-7");

        Assert.Equal(3, code);
        Assert.Equal("Stopped on request; nothing half-written. Carry on with: crm-migrate resume run-7", error.ToString().Trim());
    }

    [Fact]
    public async Task A_cancellation_that_nobody_asked_for_as_a_bug()
    {
        var code = await Edge(TestContext.Current.CancellationToken).Guard(() => throw new OperationCanceledException());

        Assert.Equal(1, code);
        Assert.StartsWith("Bug: OperationCanceledException", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bug_by_its_type_and_place_without_its_message()
    {
        var code = await Edge(TestContext.Current.CancellationToken).Guard(() => Task.FromResult(int.Parse("Ada Lovelace")));

        Assert.Equal(1, code);
        Assert.StartsWith("Bug: FormatException in CrmMigration.Tests.Cli.", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Ada", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_of_PostgreSQL_by_its_code_without_the_values_it_quotes()
    {
        var refused = new PostgresException(
            "invalid input syntax for type integer: \"Ada\"", "ERROR", "ERROR", "22P02", detail: "Key (email)=(ada@example.org)", tableName: "new_crm_customers");

        var code = await Edge(TestContext.Current.CancellationToken).Guard(() => throw new InvalidOperationException("Ada", refused), "run-7");

        Assert.Equal(1, code);
        Assert.Contains("SQLSTATE 22P02 (table new_crm_customers)", error.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("crm-migrate resume run-7", error.ToString().Trim(), StringComparison.Ordinal);
        Assert.DoesNotContain("ada", error.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    private CommandEdge Edge(CancellationToken stop)
    {
        var console = ProgramInMemory.ConsoleOn(error);
        return new(new(new ConfigurationBuilder().Build(), console, console, TimeProvider.System), stop);
    }
}
