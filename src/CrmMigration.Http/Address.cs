namespace CrmMigration.Http;

/// <summary>Addresses that answers point to, from the host's root on.</summary>
internal static class Address
{
    public const string Prefix = "/api/";

    public static string Of(string run) => $"{Prefix}migrations/{Uri.EscapeDataString(run)}";
}
