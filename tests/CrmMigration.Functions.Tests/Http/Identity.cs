using System.Security.Claims;
using System.Text;

namespace CrmMigration.Functions.Tests.Http;

/// <summary>How the platform tells who calls.</summary>
internal static class Identity
{
    /// <summary>The identity by which the Functions host tells of a key that it knows.</summary>
    public static ClaimsIdentity OfKey(string level) => new(
        [
            new("http://schemas.microsoft.com/2017/07/functions/claims/authlevel", level),
            new("http://schemas.microsoft.com/2017/07/functions/claims/invoke", "true"),
            new("http://schemas.microsoft.com/2017/07/functions/claims/keyid", "default"),
        ],
        "WebJobsAuthLevel");

    /// <summary>The header by which App Service tells of a caller who signed in with Entra.</summary>
    public static string OfRole(string role) => Convert.ToBase64String(Encoding.UTF8.GetBytes(
        $$"""{ "auth_typ": "aad", "claims": [{ "typ": "name", "val": "Somebody" }, { "typ": "roles", "val": "{{role}}" }], "name_typ": "name", "role_typ": "roles" }"""));
}
