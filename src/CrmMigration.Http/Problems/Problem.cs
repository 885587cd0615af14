using System.Text.Json.Nodes;

namespace CrmMigration.Http.Problems;

/// <summary>An error as RFC 9457 has it. Its texts hold no connection string, no statement and no value of a row.</summary>
/// <param name="Kind">The last part of its type: <c>unknown-field</c>.</param>
internal sealed partial record Problem(int Status, string Kind, string Title, string Detail)
{
    private const string TypePrefix = "urn:crm-migration:problem:";
    private const int MostEchoed = 60;

    /// <summary>More members of the object, such as <c>run</c> and <c>state</c>.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Members { get; init; } = new Dictionary<string, JsonNode?>();

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>What a caller wrote, for an answer that repeats it: the first letters only.</summary>
    public static string Shortened(string written) => written.Length <= MostEchoed ? written : $"{written[..MostEchoed]}…";

    public HttpAnswer ToAnswer()
    {
        var body = new JsonObject { ["type"] = TypePrefix + Kind, ["title"] = Title, ["status"] = Status, ["detail"] = Detail };
        foreach (var (name, value) in Members)
        {
            body[name] = value?.DeepClone();
        }

        return HttpAnswer.Json(Status, body, MediaTypes.Problem) with { Headers = Headers };
    }
}
