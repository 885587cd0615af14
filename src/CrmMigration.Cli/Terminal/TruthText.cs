using CrmMigration.Cli.Sample;
using CrmMigration.Reconcile.Report;
using Spectre.Console;

namespace CrmMigration.Cli.Terminal;

/// <summary>The truth of a sample, in the words of the report that must find it again.</summary>
internal static class TruthText
{
    public static void Write(IAnsiConsole console, SampleTruth truth)
    {
        console.WriteLine("The old CRM is filled. A migration with plans/legacy-crm.json must report:");
        var grid = TextGrid.Of(2, "what", ">customers", ">orders", ">transactions");
        grid.Add("read", Figures.Count(truth.Customers), Figures.Count(truth.Orders), Figures.Count(truth.Transactions));
        grid.Add("rejected", Figures.Count(truth.RejectedCustomers), Figures.Count(truth.RejectedOrders), Figures.Count(truth.RejectedTransactions));
        grid.Add("merged", Figures.Count(truth.Duplicates), "0", "0");
        grid.Add("clusters", Figures.Count(truth.Clusters), "", "");
        grid.Add("e-mails cleared", Figures.Count(truth.UnusableEmails), "", "");
        grid.Add("phones cleared", Figures.Count(truth.UnusablePhones), "", "");
        grid.Add("values filled", Figures.Count(truth.FilledEmails + truth.FilledPhones), "", "");
        foreach (var currency in truth.OrderAmounts.Keys.Union(truth.TransactionAmounts.Keys).Order(StringComparer.Ordinal))
        {
            grid.Add($"sum {currency}", "", Sum(truth.OrderAmounts, currency), Sum(truth.TransactionAmounts, currency));
        }

        console.Write(grid);
    }

    private static string Sum(IReadOnlyDictionary<string, decimal> sums, string currency) =>
        sums.TryGetValue(currency, out var sum) ? sum.ToString("0.00") : "0";
}
