using System.Text.Json.Nodes;
using CrmMigration.Http;
using Xunit;

namespace CrmMigration.Tests.Http;

/// <summary>How it describes itself.</summary>
public abstract partial class HttpContract
{
    [Fact]
    public async Task The_document_describes_every_route_and_no_other()
    {
        var document = (await Get("openapi.json")).Json;

        var described = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject(), (path, operation) =>
            $"{operation.Key.ToUpperInvariant()} {path.Key} {operation.Value!["operationId"]} {Parameters(operation.Value)}");
        var routes = Routes.All.Select(route => $"{route.Method} /api/{route.Pattern} {route.Name} {string.Join(' ', Parameters(route))}");
        Assert.Equal("3.1.0", document["openapi"]!.ToString());
        Assert.Equal(routes.Order(), described.Order());
        Assert.All(References(document), reference => Assert.NotNull(Resolve(document, reference)));
    }

    [Theory]
    [InlineData("health", "Health")]
    [InlineData("ready", "Readiness")]
    [InlineData("migrations", "MigrationList")]
    [InlineData("migrations/{run}", "Migration")]
    [InlineData("migrations/{run}/rejects", "RejectList")]
    [InlineData("migrations/{run}/rejects/groups", "RejectGroups")]
    [InlineData("migrations/{run}/report", "RunReport")]
    [InlineData("migrations/no-such-run", "Problem")]
    public async Task Answers_have_the_members_that_the_document_says(string path, string shape)
    {
        var run = await Migrated();
        var schema = (await Get("openapi.json")).Json["components"]!["schemas"]![shape]!["properties"]!.AsObject();

        var reply = await Get(path.Replace("{run}", run, StringComparison.Ordinal));

        Assert.Equal(schema.Select(member => member.Key).Order(), reply.Json.Select(member => member.Key).Order());
    }

    private static string Parameters(JsonNode operation) => string.Join(' ', operation["parameters"]!.AsArray().Select(one => one!["name"]!.ToString()));

    private static IEnumerable<string> Parameters(Route route) =>
    [
        .. route.Pattern.Contains("{run}", StringComparison.Ordinal) ? (string[])["run"] : [],
        .. route.Query.Select(one => one.Name),
        .. route.IsIdempotentByKey ? (string[])["Idempotency-Key"] : [],
    ];

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject one => one.SelectMany(member => member.Key == "$ref" ? [member.Value!.ToString()] : References(member.Value)),
        JsonArray many => many.SelectMany(References),
        _ => [],
    };

    private static JsonNode? Resolve(JsonNode document, string reference) =>
        reference.Split('/').Skip(1).Aggregate((JsonNode?)document, (node, part) => node is JsonArray array ? array[int.Parse(part)] : node?[part]);
}
