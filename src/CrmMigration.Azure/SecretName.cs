using System.Text;

namespace CrmMigration.Azure;

/// <summary>
/// The secret of a connection has the connection's name. Key Vault takes letters of ASCII, digits and dashes, and does not tell letter
/// case apart: every other character becomes a dash, so <c>Old_Crm</c> and <c>Old.Crm</c> are both the secret <c>Old-Crm</c>.
/// </summary>
internal static class SecretName
{
    private const int MaxLength = 127;

    /// <exception cref="InvalidSettingException">The connection has no name, or one that is too long.</exception>
    public static string Of(string connection)
    {
        if (connection.Length is 0 or > MaxLength)
        {
            throw new InvalidSettingException(
                $"A connection's name has {connection.Length} characters; as the name of a secret it may have 1 to {MaxLength}. Give it another name in the plan.");
        }

        var name = new StringBuilder(connection.Length);
        foreach (var character in connection)
        {
            name.Append(char.IsAsciiLetterOrDigit(character) ? character : '-');
        }

        return name.ToString();
    }
}
