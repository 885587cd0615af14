using CrmMigration.Cli.Sample.Customers;
using CrmMigration.Cli.Sample.Orders;
using CrmMigration.Cli.Sample.Truth;

namespace CrmMigration.Cli.Sample.Load;

/// <summary>
/// Writes the sample's rows, field by field in the order of the tables' columns, and counts the truth about them. Gives back the
/// number of rows.
/// </summary>
internal sealed class SampleRowWriter(CustomerRows customers, TransactionDrafts transactions, TruthCount truth)
{
    private readonly TransactionDraft[] drafts = new TransactionDraft[TransactionDrafts.MostOfOneOrder];

    public int WriteCustomer(CopyBuffer buffer, CustomerDraft draft)
    {
        truth.Add(draft);
        var row = customers.RowOf(draft);
        buffer.BeginRow(4);
        buffer.Add(row.Id);
        buffer.Add(row.Name);
        buffer.Add(row.Email);
        buffer.Add(row.Phone);
        return 1;
    }

    public int WriteOrder(CopyBuffer buffer, OrderDraft order)
    {
        truth.Add(order);
        buffer.BeginRow(6);
        buffer.Add(order.Id);
        buffer.Add(customers.IdOf(order.Customer));
        buffer.Add(order.OrderedAt);
        buffer.Add(OrderCodes.Statuses[order.Status]);
        buffer.AddMoney(order.Cents);
        buffer.Add(OrderCodes.Currencies[order.Currency]);
        return 1;
    }

    public int WriteTransactions(CopyBuffer buffer, OrderDraft order)
    {
        var count = transactions.DraftsOf(order, drafts);
        foreach (var draft in drafts.AsSpan(0, count))
        {
            buffer.BeginRow(6);
            buffer.Add(draft.Id);
            buffer.Add(draft.Order.Id);
            buffer.Add(OrderCodes.Kinds[draft.Kind]);
            buffer.AddMoney(draft.Cents);
            buffer.Add(OrderCodes.Currencies[draft.Order.Currency]);
            buffer.Add(draft.HappenedAt);
        }

        return count;
    }
}
