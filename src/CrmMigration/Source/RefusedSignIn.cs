using Npgsql;

namespace CrmMigration.Source;

/// <summary>Tells a server that does not let a user in from one that has another complaint.</summary>
internal static class RefusedSignIn
{
    /// <summary>A wrong or rotated password, or a user that may not sign in this way.</summary>
    public static bool IsRefusedSignIn(this PostgresException fault) =>
        fault.SqlState is PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification;
}
