namespace CrmMigration.Cli.Sample.Orders;

/// <summary>The codes of the old CRM's orders and transactions.</summary>
internal static class OrderCodes
{
    public static string[] Currencies { get; } = ["USD", "EUR", "GBP", "CAD", "CHF"];

    public static string[] Kinds { get; } = ["payment", "refund", "fee"];

    public static string[] Statuses { get; } = ["new", "paid", "shipped", "delivered", "cancelled", "returned"];

    public static DateTime Time(long microseconds) => new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMicroseconds(microseconds);
}
