using CrmMigration.Cli.Terminal;
using CrmMigration.Reconcile;
using CrmMigration.Tests.Reconcile.Report;
using Xunit;

namespace CrmMigration.Tests.Cli;

public class ReportAsText
{
    [Fact]
    public void A_run_that_does_not_reconcile_says_so_first_and_states_every_finding()
    {
        var text = Rendered(BelievableRun.NotReconciled(), width: 100);

        Assert.StartsWith("NOT RECONCILED", text.TrimStart(), StringComparison.Ordinal);
        Assert.All(BelievableRun.NotReconciled().Findings, finding => Assert.Contains(finding, text, StringComparison.Ordinal));
        Assert.Contains("112 rows have no fate", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reconciled_run_has_no_cross_anywhere()
    {
        var text = Rendered(BelievableRun.Reconciled(), width: 100);

        Assert.StartsWith("RECONCILED", text.TrimStart(), StringComparison.Ordinal);
        Assert.DoesNotContain("✗", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(140)]
    [InlineData(80)]
    [InlineData(50)]
    public void No_line_is_wider_than_the_terminal_and_no_count_is_cut(int width)
    {
        var text = Rendered(BelievableRun.Reconciled(), width);

        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, width));
        Assert.All(["1,000,000", "947,414", "50,123", "3,250,118", "2,000,000"], count => Assert.Contains(count, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Brackets_in_a_name_are_no_markup()
    {
        var report = BelievableRun.Reconciled();
        var strange = report with { Plan = "[red]plan[/]", Entities = [report.Entities[0] with { Name = "[bold" }] };

        var text = Rendered(strange, width: 100);

        Assert.Contains("[red]plan[/]", text, StringComparison.Ordinal);
        Assert.Contains("[bold", text, StringComparison.Ordinal);
    }

    private static string Rendered(RunReport report, int width)
    {
        var text = new StringWriter();
        ReportText.Write(ProgramInMemory.ConsoleOn(text, width), report);
        return text.ToString();
    }
}
