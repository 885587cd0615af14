using Azure;
using Azure.Identity;

namespace CrmMigration.Azure;

/// <summary>Says in one sentence why a secret could not be read, and what to do. Names the vault and the secret, never a value.</summary>
internal static class VaultFault
{
    /// <param name="vault">The vault's host.</param>
    public static InvalidSettingException Describe(string vault, string secret, Exception fault) => new(Words(vault, secret, fault.Cause()), fault);

    private static string Words(string vault, string secret, Exception cause) => cause switch
    {
        RequestFailedException { Status: 404 } =>
            $"The vault {vault} has no secret '{secret}'. Make it, with a connection string as its value, or correct the connection's name in the plan.",
        RequestFailedException { Status: 401 } =>
            $"The vault {vault} does not accept this program's identity for the secret '{secret}' (401). Sign in with an identity of the vault's own Entra tenant.",
        RequestFailedException { Status: 403 } =>
            $"The vault {vault} does not let this program read the secret '{secret}' (403). Give its identity the role 'Key Vault Secrets User', "
                + "see that the secret is enabled and not expired, and that the vault's firewall admits this network.",
        RequestFailedException { Status: 429 } =>
            $"The vault {vault} has too much to do to give out the secret '{secret}' (429). Try again in a minute; if it stays so, find out what else reads this vault.",
        RequestFailedException { Status: > 0 and var status } =>
            $"The vault {vault} answers {status} when asked for the secret '{secret}'. Try again in a minute, and look at the vault's health in Azure.",
        AuthenticationFailedException =>
            $"No sign-in to Microsoft Entra, so the secret '{secret}' of the vault {vault} cannot be read. "
                + "Assign a managed identity in Azure; elsewhere sign in with 'az login' or set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET.",
        _ => $"The vault {vault} does not answer when asked for the secret '{secret}'. Check its name, the network between and its private endpoint.",
    };
}
