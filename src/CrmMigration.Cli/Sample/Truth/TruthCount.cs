using CrmMigration.Cli.Sample.Customers;
using CrmMigration.Cli.Sample.Orders;

namespace CrmMigration.Cli.Sample.Truth;

/// <summary>Counts the truth while the rows are made, so that they are made once.</summary>
internal sealed class TruthCount(CustomerRoles roles)
{
    private readonly CustomerCount customers = new();
    private readonly MoneyCount orders = new();
    private readonly MoneyCount rejectedOrders = new();
    private readonly MoneyCount transactions = new();
    private readonly MoneyCount rejectedTransactions = new();

    public void Add(CustomerDraft draft) => customers.Add(draft);

    public void Add(OrderDraft draft)
    {
        orders.Add(draft.Currency, draft.Cents);
        if (roles.IsRejected(draft.Customer))
        {
            rejectedOrders.Add(draft.Currency, draft.Cents);
        }
    }

    public void Add(TransactionDraft draft)
    {
        transactions.Add(draft.Order.Currency, draft.Cents);
        if (roles.IsRejected(draft.Order.Customer))
        {
            rejectedTransactions.Add(draft.Order.Currency, draft.Cents);
        }
    }

    public SampleTruth Result() => new()
    {
        Customers = customers.Rows,
        Orders = orders.Rows,
        Transactions = transactions.Rows,
        Duplicates = customers.Duplicates,
        Clusters = customers.Clusters,
        RejectedCustomers = customers.Rejected,
        RejectedOrders = rejectedOrders.Rows,
        RejectedTransactions = rejectedTransactions.Rows,
        UnusableEmails = customers.UnusableEmails,
        UnusablePhones = customers.UnusablePhones,
        FilledEmails = customers.FilledEmails,
        FilledPhones = customers.FilledPhones,
        OrderAmounts = orders.Amounts,
        RejectedOrderAmounts = rejectedOrders.Amounts,
        TransactionAmounts = transactions.Amounts,
        RejectedTransactionAmounts = rejectedTransactions.Amounts,
    };
}
