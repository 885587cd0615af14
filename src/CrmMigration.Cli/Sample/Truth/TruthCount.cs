using CrmMigration.Cli.Sample.Customers;
using CrmMigration.Cli.Sample.Orders;

namespace CrmMigration.Cli.Sample.Truth;

/// <summary>Counts the truth as the drafts pass by.</summary>
internal sealed class TruthCount(CustomerRoles roles, TransactionDrafts transactionDrafts)
{
    private readonly CustomerCount customers = new();
    private readonly MoneyOfTable orders = new();
    private readonly MoneyOfTable transactions = new();
    private readonly TransactionDraft[] drafts = new TransactionDraft[TransactionDrafts.MostOfOneOrder];

    public void Add(CustomerDraft customer) => customers.Add(customer);

    /// <summary>Counts an order with its transactions.</summary>
    public void Add(OrderDraft order)
    {
        var isRejected = roles.IsRejected(order.Customer);
        orders.Add(order.Currency, order.Cents, isRejected);
        var count = transactionDrafts.DraftsOf(order, drafts);
        foreach (var draft in drafts.AsSpan(0, count))
        {
            transactions.Add(order.Currency, draft.Cents, isRejected);
        }
    }

    public SampleTruth Result() => new()
    {
        Customers = customers.Rows,
        Orders = orders.All.Rows,
        Transactions = transactions.All.Rows,
        Duplicates = customers.Duplicates,
        Clusters = customers.Clusters,
        RejectedCustomers = customers.Rejected,
        RejectedOrders = orders.Rejected.Rows,
        RejectedTransactions = transactions.Rejected.Rows,
        UnusableEmails = customers.UnusableEmails,
        UnusablePhones = customers.UnusablePhones,
        FilledEmails = customers.FilledEmails,
        FilledPhones = customers.FilledPhones,
        OrderAmounts = orders.All.Amounts,
        RejectedOrderAmounts = orders.Rejected.Amounts,
        TransactionAmounts = transactions.All.Amounts,
        RejectedTransactionAmounts = transactions.Rejected.Amounts,
    };
}
