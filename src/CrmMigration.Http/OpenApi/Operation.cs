using System.Globalization;
using System.Text.Json.Nodes;
using CrmMigration.Http.Input;

namespace CrmMigration.Http.OpenApi;

/// <summary>One route as an operation of the document.</summary>
internal static class Operation
{
    public static JsonObject Describe(Route route)
    {
        var operation = new JsonObject
        {
            ["operationId"] = route.Name,
            ["summary"] = route.Summary,
            ["description"] = route.Needs == Role.Anyone ? "Anyone may call it." : $"Needs the role Migration.{route.Needs}, or the host's key.",
            ["parameters"] = Parameters(route),
            ["responses"] = Responses(route),
            ["security"] = Security(route),
        };
        if (route.Takes is { } shape)
        {
            operation["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Content(MediaTypes.Json, shape) };
        }

        return operation;
    }

    private static JsonArray Parameters(Route route)
    {
        var parameters = new JsonArray();
        if (route.Pattern.Contains("{run}", StringComparison.Ordinal))
        {
            parameters.Add(Parameter("run", "path", "The run's id.", new() { ["type"] = "string", ["maxLength"] = Runs.RunId.MaxLength }));
        }

        foreach (var one in route.Query)
        {
            parameters.Add(Parameter(one.Name, "query", one.Description, one.Schema()));
        }

        if (route.IsIdempotentByKey)
        {
            parameters.Add(Parameter(IdempotencyKey.Header, "header", "The caller's own name for this start.", new() { ["type"] = "string" }));
        }

        return parameters;
    }

    private static JsonObject Parameter(string name, string place, string description, JsonObject schema) => new()
    {
        ["name"] = name,
        ["in"] = place,
        ["description"] = description,
        ["required"] = place == "path",
        ["schema"] = schema,
    };

    private static JsonObject Responses(Route route)
    {
        var responses = new JsonObject();
        foreach (var answer in route.Answers)
        {
            var content = Content(answer.Shape == "Problem" ? MediaTypes.Problem : MediaTypes.Json, answer.Shape);
            foreach (var form in answer.AlsoAs)
            {
                content[form] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } };
            }

            responses[answer.Status.ToString(CultureInfo.InvariantCulture)] = new JsonObject { ["description"] = answer.Description, ["content"] = content };
        }

        responses["default"] = new JsonObject { ["description"] = "Any refusal or fault.", ["content"] = Content(MediaTypes.Problem, "Problem") };
        return responses;
    }

    private static JsonObject Content(string type, string? shape) => new()
    {
        [type] = new JsonObject
        {
            ["schema"] = shape is null ? new JsonObject { ["type"] = "object" } : new JsonObject { ["$ref"] = $"#/components/schemas/{shape}" },
        },
    };

    private static JsonArray Security(Route route) => route.Needs == Role.Anyone ? [] : [Scheme("key"), Scheme("code"), Scheme("entra")];

    private static JsonObject Scheme(string name) => new() { [name] = new JsonArray() };
}
