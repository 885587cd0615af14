using Xunit;

namespace CrmMigration.Tests.Cli;

public class ExitCodes
{
    [Theory]
    [InlineData("runn")]
    [InlineData("run")]
    [InlineData("run plan.json --parallel 0")]
    [InlineData("run plan.json --parallel many")]
    [InlineData("run plan.json --run-id latest")]
    [InlineData("run plan.json --bogus")]
    [InlineData("run plan.json --allow-drift")]
    [InlineData("rehearse plan.json --sample 0%")]
    [InlineData("verify plan.json --confirm-deletes")]
    [InlineData("rehearse plan.json --sample half")]
    [InlineData("init --source OldCrm")]
    [InlineData("sample")]
    [InlineData("")]
    public async Task A_command_line_that_cannot_be_read_exits_with_2_and_points_to_the_help(string line)
    {
        var program = new ProgramInMemory();

        var code = await program.Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(2, code);
        Assert.Contains("--help", program.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_asks_for_help_exits_with_0()
    {
        var program = new ProgramInMemory();

        var code = await program.Run("run", "--help");

        Assert.Equal(0, code);
        Assert.Contains("--partition-rows", program.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("run")]
    public async Task A_plan_file_that_does_not_exist_exits_with_2_and_is_named(string command)
    {
        var program = new ProgramInMemory();

        var code = await program.Run(command, "no-such-plan.json");

        Assert.Equal(2, code);
        Assert.StartsWith("There is no plan file 'no-such-plan.json'.", program.Error, StringComparison.Ordinal);
        Assert.Empty(program.Output);
    }

    [Theory]
    [InlineData("status")]
    [InlineData("report")]
    [InlineData("rejects")]
    [InlineData("resume")]
    public async Task A_run_without_any_configured_connection_exits_with_2_and_names_the_setting(string command)
    {
        var program = new ProgramInMemory();

        var code = await program.Run(command, "some-run");

        Assert.Equal(2, code);
        Assert.Contains("ConnectionStrings__NewCrm", program.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status")]
    [InlineData("report")]
    [InlineData("rejects")]
    [InlineData("resume")]
    public async Task A_run_that_is_found_nowhere_exits_with_2_and_names_the_connections_without_their_passwords(string command)
    {
        var program = new ProgramInMemory();
        Dictionary<string, string?> settings = new()
        {
            ["ConnectionStrings:NewCrm"] = "Host=127.0.0.1;Port=1;Username=crm;Password=hunter2;Timeout=2",
            ["ConnectionStrings:OldCrm"] = "Host=127.0.0.1;Port=2;Username=crm;Password=hunter2;Timeout=2",
        };

        var code = await program.Run(settings, command, "some-run");

        Assert.Equal(2, code);
        Assert.Contains("No run 'some-run' was found in the databases of connections NewCrm, OldCrm", program.Error, StringComparison.Ordinal);
        Assert.Contains("NewCrm could not be asked", program.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", program.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_never_overwrites_a_file()
    {
        var program = new ProgramInMemory();
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "mine", TestContext.Current.CancellationToken);

        var code = await program.Run("init", "--source", "OldCrm", "--target", "NewCrm", "--out", file);

        Assert.Equal(2, code);
        Assert.Equal("mine", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        File.Delete(file);
    }
}
