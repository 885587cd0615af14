namespace CrmMigration.Cli.Sample.Orders;

/// <summary>
/// Drafts the transactions of an order: none, one payment, two part payments, or payment, refund and fee. 1.3 on average.
/// </summary>
internal sealed class TransactionDrafts(ulong seed)
{
    public const int MostOfOneOrder = 3;

    private const int Payment = 0;
    private const int Refund = 1;
    private const int Fee = 2;

    /// <summary>Fills the buffer, which has room for <see cref="MostOfOneOrder"/>, and gives back how many there are.</summary>
    public int DraftsOf(OrderDraft order, Span<TransactionDraft> drafts)
    {
        var random = new SplitMix64(seed, Purpose.Transaction, order.Index);
        var part = order.Cents * (20 + random.Below(60)) / 100;
        switch (random.Below(100))
        {
            case < 12:
                return 0;
            case < 68:
                drafts[0] = Draft(order, 0, (Payment, order.Cents), ref random);
                return 1;
            case < 90:
                drafts[0] = Draft(order, 0, (Payment, part), ref random);
                drafts[1] = Draft(order, 1, (Payment, order.Cents - part), ref random);
                return 2;
            default:
                drafts[0] = Draft(order, 0, (Payment, order.Cents), ref random);
                drafts[1] = Draft(order, 1, (Refund, -part), ref random);
                drafts[2] = Draft(order, 2, (Fee, 250), ref random);
                return MostOfOneOrder;
        }
    }

    /// <summary>The rows of one order.</summary>
    public IEnumerable<TransactionRow> RowsOf(OrderDraft order)
    {
        var drafts = new TransactionDraft[MostOfOneOrder];
        var count = DraftsOf(order, drafts);
        return drafts.Take(count).Select(RowOf);
    }

    private static TransactionDraft Draft(OrderDraft order, int place, (int Kind, long Cents) money, ref SplitMix64 random) => new(
        (order.Index * (MostOfOneOrder + 1)) + place + 1,
        order,
        money.Kind,
        money.Cents,
        order.OrderedAt + (((place * 86_400L) + random.Below(86_400)) * 1_000_000));

    private static TransactionRow RowOf(TransactionDraft draft) => new(
        draft.Id,
        draft.Order.Id,
        OrderCodes.Kinds[draft.Kind],
        draft.Cents / 100m,
        OrderCodes.Currencies[draft.Order.Currency],
        OrderCodes.Time(draft.HappenedAt));
}
