using System.Collections.Concurrent;
using Azure.Core;
using Azure.Identity;

namespace CrmMigration.Tests.Azure;

/// <summary>An identity whose token is known; or, without one, an identity that cannot sign in.</summary>
internal sealed class TestCredential(string? token = "token-of-the-test") : TokenCredential
{
    /// <summary>What tokens were asked for.</summary>
    public ConcurrentQueue<string> Scopes { get; } = [];

    /// <summary>The one scope that it gets a token for; null for every.</summary>
    public string? Only { get; init; }

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        var scope = string.Join(' ', requestContext.Scopes);
        Scopes.Enqueue(scope);
        return token is null || (Only ?? scope) != scope
            ? throw new CredentialUnavailableException("No identity here.")
            : new(token, DateTimeOffset.UtcNow.AddHours(1));
    }

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        ValueTask.FromResult(GetToken(requestContext, cancellationToken));
}
