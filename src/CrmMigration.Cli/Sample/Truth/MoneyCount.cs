using CrmMigration.Cli.Sample.Orders;

namespace CrmMigration.Cli.Sample.Truth;

/// <summary>Counts rows with an amount, and sums the amounts by currency.</summary>
internal sealed class MoneyCount
{
    private readonly long[] rows = new long[OrderCodes.Currencies.Length];
    private readonly long[] cents = new long[OrderCodes.Currencies.Length];

    public long Rows => rows.Sum();

    /// <summary>Currencies without a row have no entry.</summary>
    public IReadOnlyDictionary<string, decimal> Amounts => Enumerable.Range(0, rows.Length)
        .Where(currency => rows[currency] > 0)
        .ToDictionary(currency => OrderCodes.Currencies[currency], currency => cents[currency] / 100m);

    public void Add(int currency, long amount)
    {
        rows[currency]++;
        cents[currency] += amount;
    }
}
