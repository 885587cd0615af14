using System.Text.Json.Nodes;

namespace CrmMigration.Http.OpenApi;

/// <summary>The OpenAPI 3.1 document, made from <see cref="Routes"/>.</summary>
internal static class OpenApiDocument
{
    public static JsonObject Write()
    {
        var paths = new JsonObject();
        foreach (var path in Routes.All.GroupBy(route => route.Pattern))
        {
            var item = new JsonObject();
            foreach (var route in path)
            {
                item[route.Method.ToLowerInvariant()] = Operation.Describe(route);
            }

            paths[Address.Prefix + path.Key] = item;
        }

        return new()
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "CRM migrations",
                ["version"] = "1",
                ["description"] = "Starts, follows and steers migrations between CRM databases. Errors are problem details (RFC 9457).",
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = Schemas.All(), ["securitySchemes"] = SecuritySchemes() },
        };
    }

    private static JsonObject SecuritySchemes() => new()
    {
        ["key"] = new JsonObject { ["type"] = "apiKey", ["in"] = "header", ["name"] = "x-functions-key" },
        ["code"] = new JsonObject { ["type"] = "apiKey", ["in"] = "query", ["name"] = "code" },
        ["entra"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["description"] = "Microsoft Entra sign-in, in Azure. The roles are Migration.Read and Migration.Operate." },
    };
}
