using System.Text.Json;
using System.Text.Json.Serialization;
using CrmMigration.Http;

namespace CrmMigration.Azure;

/// <summary>A caller who signed in with Microsoft Entra, as App Service authentication writes it: JSON in Base64.</summary>
internal sealed record ClientPrincipal(
    [property: JsonPropertyName("auth_typ")] string? Provider, [property: JsonPropertyName("claims")] IReadOnlyList<ClientPrincipal.Claim>? Claims)
{
    private const string Entra = "aad";

    // The token's own name for a role, and the one that the platform's mapping of claims gives it.
    private static readonly string[] RoleClaims = ["roles", "http://schemas.microsoft.com/ws/2008/06/identity/claims/role"];

    /// <summary>The app roles that were assigned to the caller; others than the product's are left out.</summary>
    public IReadOnlyCollection<Role> Roles =>
    [
        .. (Claims ?? []).Where(claim => RoleClaims.Contains(claim.Type))
            .Select(claim => claim.Value switch { "Migration.Read" => Role.Read, "Migration.Operate" => Role.Operate, _ => Role.Anyone })
            .Where(role => role != Role.Anyone)
            .Distinct(),
    ];

    /// <summary>Null when it cannot be read, or is of another provider.</summary>
    public static ClientPrincipal? Read(string written)
    {
        try
        {
            return JsonSerializer.Deserialize<ClientPrincipal>(Convert.FromBase64String(written)) is { Provider: Entra } principal ? principal : null;
        }
        catch (Exception malformed) when (malformed is FormatException or JsonException)
        {
            return null;
        }
    }

    internal sealed record Claim([property: JsonPropertyName("typ")] string? Type, [property: JsonPropertyName("val")] string? Value);
}
