namespace CrmMigration.Tests.Infra;

/// <summary>
/// The settings of the Functions app by name: what Azure sets and what a developer's machine needs.
/// Their double underscore is the colon of .NET configuration.
/// </summary>
public static class AppSettings
{
    /// <summary>What the product itself reads, in Azure and on a developer's machine alike.</summary>
    public static IReadOnlyList<string> OfTheProduct => SettingReads.All;

    /// <summary>All that the app has in Azure: the product's settings, and those by which the host and the SDKs know the app's identity.</summary>
    public static IReadOnlyList<string> InAzure { get; } =
    [
        "AzureWebJobsStorage__accountName",
        "AzureWebJobsStorage__credential",
        "AzureWebJobsStorage__clientId",
        "AZURE_CLIENT_ID",
        "APPLICATIONINSIGHTS_CONNECTION_STRING",
        "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
        .. OfTheProduct,
    ];

    /// <summary>All that local.settings.sample.json has: the product's settings, local storage, and the runtime that Azure is told elsewhere.</summary>
    public static IReadOnlyList<string> OnADevelopersMachine { get; } = ["AzureWebJobsStorage", "FUNCTIONS_WORKER_RUNTIME", .. OfTheProduct];
}
