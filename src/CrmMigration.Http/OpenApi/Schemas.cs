using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using CrmMigration.Http.Shapes;
using CrmMigration.Reconcile.Report;

namespace CrmMigration.Http.OpenApi;

/// <summary>The schemas of all shapes, made from the types that are written, so that they cannot differ from the answers.</summary>
internal static class Schemas
{
    public static JsonObject All()
    {
        var json = Written.As;
        JsonTypeInfo[] shapes =
        [
            json.StartRequest, json.StartedMigration, json.RequestTaken, json.Migration, json.MigrationList, json.RejectList, json.RejectGroups, json.FixRequest, json.FixedRejects, json.ReplayRequest, json.Health, json.Readiness,
        ];
        var all = new JsonObject { ["Problem"] = Of("Problem", json.ProblemDetails), ["RunReport"] = Placed("RunReport", ReportJson.Schema()) };
        foreach (var shape in shapes)
        {
            all[shape.Type.Name] = Of(shape.Type.Name, shape);
        }

        return all;
    }

    private static JsonNode Of(string name, JsonTypeInfo type) => Placed(name, type.GetJsonSchemaAsNode());

    // A schema points into itself from its own root, which stands deeper in the document.
    private static JsonNode Placed(string name, JsonNode schema)
    {
        foreach (var node in Objects(schema).Where(one => one["$ref"] is not null))
        {
            node["$ref"] = $"#/components/schemas/{name}{node["$ref"]!.GetValue<string>()[1..]}";
        }

        return schema;
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject one => one.Select(member => member.Value).SelectMany(Objects).Prepend(one).ToList(),
        JsonArray many => many.SelectMany(Objects).ToList(),
        _ => [],
    };
}
