namespace CrmMigration.Cli.Sample.Truth;

/// <summary>The amounts of all rows of a table, and those of the rows that must be rejected with their parent.</summary>
internal sealed class MoneyOfTable
{
    public MoneyCount All { get; } = new();

    public MoneyCount Rejected { get; } = new();

    public void Add(int currency, long cents, bool isRejected)
    {
        All.Add(currency, cents);
        if (isRejected)
        {
            Rejected.Add(currency, cents);
        }
    }
}
