using Azure;
using Azure.Identity;

namespace CrmMigration.Azure;

/// <summary>Says in one sentence why a container of blobs could not be used, and what to do. Addresses come without their query, which may hold a signature.</summary>
internal static class BlobFault
{
    public static InvalidSettingException Describe(Uri container, Exception fault) => new(Words(Place(container), fault.Cause()), fault);

    /// <summary>An address that may be shown.</summary>
    public static Uri Address(Uri blob) => new(blob.GetLeftPart(UriPartial.Path));

    private static string Place(Uri container) => $"{container.Authority}{container.AbsolutePath}";

    private static string Words(string container, Exception cause) => cause switch
    {
        RequestFailedException { Status: 404 } => $"There is no container {container}. Make it, or correct the setting that names it.",
        RequestFailedException { Status: (401 or 403) and var status } =>
            $"The container {container} may not be used by this program ({status}). Give its identity the role 'Storage Blob Data Contributor', and see that the account's firewall admits this network.",
        RequestFailedException { Status: (429 or 503) and var status } => $"The storage of the container {container} has too much to do ({status}). Try again in a minute.",
        RequestFailedException { Status: > 0 and var status } => $"The storage of the container {container} answers {status}. Try again in a minute, and look at the account's health in Azure.",
        AuthenticationFailedException =>
            $"No sign-in to Microsoft Entra, so the container {container} cannot be used. Assign a managed identity in Azure; elsewhere sign in with 'az login'.",
        _ => $"The storage of the container {container} does not answer. Check its name and the network between.",
    };
}
