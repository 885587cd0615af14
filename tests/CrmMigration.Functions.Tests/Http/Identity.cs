using System.Security.Claims;

namespace CrmMigration.Functions.Tests.Http;

/// <summary>The identity by which the Functions host tells of a key that it knows.</summary>
internal static class Identity
{
    public static ClaimsIdentity OfKey(string level) => new(
        [
            new("http://schemas.microsoft.com/2017/07/functions/claims/authlevel", level),
            new("http://schemas.microsoft.com/2017/07/functions/claims/invoke", "true"),
            new("http://schemas.microsoft.com/2017/07/functions/claims/keyid", "default"),
        ],
        "WebJobsAuthLevel");
}
