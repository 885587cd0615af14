using Azure.Core;
using Azure.Identity;
using Npgsql;

namespace CrmMigration.Azure;

/// <summary>
/// Sign-in to Azure Database for PostgreSQL without a password: its place is taken by a Microsoft Entra token of this program's identity.
/// </summary>
internal sealed class EntraPassword(TokenCredential credential)
{
    private static readonly string[] Scopes = ["https://ossrdbms-aad.database.windows.net/.default"];

    // Credentials keep a token until five minutes before its end. Asked more often than that, the token in use never expires.
    private static readonly TimeSpan Refresh = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan RefreshAfterFailure = TimeSpan.FromSeconds(5);

    /// <summary>Used for a connection string that names a user and nothing to prove it by.</summary>
    public void Configure(NpgsqlDataSourceBuilder builder)
    {
        if (builder.ConnectionStringBuilder is { Username: { Length: > 0 } user, Password: null, Passfile: null, SslCertificate: null })
        {
            builder.UsePeriodicPasswordProvider((_, cancellation) => Token(user, cancellation), Refresh, RefreshAfterFailure);
        }
    }

    private async ValueTask<string> Token(string user, CancellationToken cancellation)
    {
        try
        {
            return (await credential.GetTokenAsync(new TokenRequestContext(Scopes), cancellation)).Token;
        }
        catch (AuthenticationFailedException fault)
        {
            throw new InvalidSettingException(
                $"No sign-in to Microsoft Entra for the database user '{user}', whose connection string has no password. Assign a managed identity in Azure, "
                    + "elsewhere sign in with 'az login', or put Password into the connection string.",
                fault);
        }
    }
}
