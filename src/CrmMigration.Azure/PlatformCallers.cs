using System.Security.Claims;
using CrmMigration.Http;

namespace CrmMigration.Azure;

/// <summary>
/// Who calls an app on Azure Functions, as the platform found out. The functions are anonymous to the Functions host, which would ask a
/// signed-in caller for a key too; it still checks a key that is shown, and tells of it by an identity of its own.
/// </summary>
/// <param name="signInIsOn">
/// Whether App Service authentication stands before the app. Only then does the platform set the principal's header and keep away one that
/// a caller wrote.
/// </param>
public sealed class PlatformCallers(bool signInIsOn)
{
    /// <summary>The header in which the platform hands a signed-in caller on.</summary>
    public const string PrincipalHeader = "X-MS-CLIENT-PRINCIPAL";

    // As the Functions host names them: SecurityConstants and AuthLevelAuthenticationDefaults in Azure/azure-functions-host.
    private const string KeyIdentity = "WebJobsAuthLevel";
    private const string LevelClaim = "http://schemas.microsoft.com/2017/07/functions/claims/authlevel";

    /// <summary>Nobody, unless a key or a sign-in was found good. A signed-in caller may have no role.</summary>
    /// <param name="identities">What the Functions host found out.</param>
    /// <param name="headers">Must find names in any letter case.</param>
    public Caller Of(IEnumerable<ClaimsIdentity> identities, IReadOnlyDictionary<string, string> headers) =>
        identities.Any(ShowedKey) ? Caller.KeyHolder
        : signInIsOn && headers.TryGetValue(PrincipalHeader, out var written) && ClientPrincipal.Read(written) is { } principal ? new(true, principal.Roles)
        : Caller.Nobody;

    // A system key is for extensions of the host, not for callers.
    private static bool ShowedKey(ClaimsIdentity identity) =>
        identity.AuthenticationType == KeyIdentity && identity.HasClaim(claim => claim is { Type: LevelClaim, Value: "Function" or "Admin" });
}
