using System.Text.RegularExpressions;
using CrmMigration.Reconcile.Report;
using Xunit;

namespace CrmMigration.Tests.Reconcile.Report;

public partial class PageOfAReport
{
    [Fact]
    public void Every_count_of_every_entity_is_on_the_page()
    {
        var report = BelievableRun.Reconciled();

        var page = HtmlReport.Render(report);

        var counts = report.Entities.SelectMany(entity => Fate.AllOf(entity.Counts).Select(fate => fate.Rows).Append(entity.Counts.Read));
        var rules = report.Entities.SelectMany(entity => entity.Rejects.Concat(entity.Corrections)).Select(rule => rule.Rows);
        Assert.All(counts.Concat(rules), count => Assert.Contains($">{Figures.Count(count)}<", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_fetched_from_anywhere_and_no_script_runs()
    {
        var page = HtmlReport.Render(BelievableRun.Reconciled());

        Assert.DoesNotMatch(FetchesSomething(), page);
    }

    [Fact]
    public void Markup_in_any_name_is_shown_and_not_obeyed()
    {
        const string Attack = "\"><script>alert('x')</script>";
        var report = BelievableRun.Reconciled();
        var entity = report.Entities[0] with
        {
            Name = Attack,
            Sources = [new(Attack, Attack, report.Entities[0].Counts), new(Attack, Attack, default)],
            TargetTable = Attack,
            Rejects = [new(Attack, Attack, Attack, 1, [Attack])],
            Totals = [new(Attack, Attack, Attack, Attack, Attack, Attack, true)],
            Timings = [report.Entities[0].Timings[0] with { Phase = Attack }],
        };

        var page = HtmlReport.Render(report with { Plan = Attack, RunId = Attack, Findings = [Attack], Entities = [entity] });

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\"\">", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_page_is_well_formed(bool reconciled)
    {
        var page = HtmlReport.Render(reconciled ? BelievableRun.Reconciled() : BelievableRun.NotReconciled());

        var stack = new Stack<string>();
        foreach (var tag in Tag().Matches(page).Where(tag => tag.Groups["empty"].Length == 0 && tag.Groups["name"].Value is not "meta"))
        {
            if (tag.Groups["end"].Length == 0)
            {
                stack.Push(tag.Groups["name"].Value);
            }
            else
            {
                Assert.Equal(tag.Groups["name"].Value, stack.Pop());
            }
        }

        Assert.Empty(stack);
    }

    [Fact]
    public void The_verdict_and_the_findings_come_before_any_count()
    {
        var page = HtmlReport.Render(BelievableRun.NotReconciled());

        var verdict = page.IndexOf("<h1>Not reconciled</h1>", StringComparison.Ordinal);
        var finding = page.IndexOf("<li>orders: the sum of amount in EUR differs by 0.10.</li>", StringComparison.Ordinal);
        var counts = page.IndexOf("<table", StringComparison.Ordinal);
        Assert.True(verdict > 0 && finding > verdict && counts > finding);
        Assert.Contains("112 missing", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_read_nothing_has_a_page_too()
    {
        var report = BelievableRun.Reconciled();
        var empty = report.Entities[0] with { Counts = default, Partitions = 0, Contents = new(0, 0, true, []), Timings = [] };

        var page = HtmlReport.Render(report with { FinishedAt = null, Entities = [empty] });

        Assert.Contains("No row was read", page, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", page, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"https?:|//|<(script|link|img|iframe|object|embed|base)\b|url\(|@import|@font-face|\son\w+=", RegexOptions.IgnoreCase)]
    private static partial Regex FetchesSomething();

    [GeneratedRegex("<(?<end>/?)(?<name>[a-z][a-z0-9]*)(?:\\s[^<>]*?)?(?<empty>/?)>")]
    private static partial Regex Tag();
}
