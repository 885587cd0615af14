namespace CrmMigration.Http;

/// <summary>The types of content that the interface speaks.</summary>
internal static class MediaTypes
{
    public const string Json = "application/json";

    public const string Problem = "application/problem+json";

    public const string Html = "text/html; charset=utf-8";

    public const string Csv = "text/csv; charset=utf-8";

    /// <summary>The type without its parameters, in lower case.</summary>
    public static string Bare(string contentType) => contentType.Split(';')[0].Trim().ToLowerInvariant();
}
