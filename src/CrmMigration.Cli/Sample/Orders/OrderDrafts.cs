using CrmMigration.Cli.Sample.Customers;

namespace CrmMigration.Cli.Sample.Orders;

/// <summary>Drafts orders in the order of time, over ten years, each of any customer: some customers have none, some seven.</summary>
internal sealed class OrderDrafts(long customers, CustomerRows customerRows, ulong seed)
{
    private const long SecondsOfSample = 10L * 365 * 24 * 3600;

    // 2015-03-01 00:00 UTC in microseconds since 2000-01-01.
    private const long Start = 5538L * 24 * 3600 * 1_000_000;

    /// <summary>How many orders there are: two and a half a customer.</summary>
    public long Count { get; } = customers * 5 / 2;

    public OrderDraft DraftOf(long index)
    {
        var random = new SplitMix64(seed, Purpose.Order, index);
        var customer = Math.Min(customers - 1, ((long)random.Below(1 << 30) * customers) >> 30);
        var id = (int)(500 + (2 * index) + random.Below(2));
        var second = (long)((double)SecondsOfSample / Count * index) + random.Below(3600);
        var orderedAt = Start + (second * 1_000_000) + random.Below(1_000_000);
        return new(index, id, customer, orderedAt, Status(random.Below(100)), Cents(ref random), Currency(random.Below(100)));
    }

    public OrderRow RowOf(OrderDraft order) => new(
        order.Id,
        customerRows.IdOf(order.Customer),
        OrderCodes.Time(order.OrderedAt),
        OrderCodes.Statuses[order.Status],
        order.Cents / 100m,
        OrderCodes.Currencies[order.Currency]);

    // Many small orders, few large ones: 5.00 to about 2,500.00.
    private static long Cents(ref SplitMix64 random)
    {
        var size = random.Below(1000);
        return 500 + ((long)size * size / 4) + random.Below(100);
    }

    private static int Status(int percent) => percent switch { < 5 => 0, < 15 => 1, < 25 => 2, < 90 => 3, < 96 => 4, _ => 5 };

    private static int Currency(int percent) => percent switch { < 70 => 0, < 86 => 1, < 94 => 2, < 98 => 3, _ => 4 };
}
