using CrmMigration.Http.OpenApi;

namespace CrmMigration.Http.Handlers;

/// <summary>The description of the interface for programs.</summary>
internal static class GetOpenApi
{
    public static HttpAnswer Answer() => HttpAnswer.Json(200, OpenApiDocument.Write());
}
