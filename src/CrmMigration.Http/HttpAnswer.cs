using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using CrmMigration.Http.Shapes;

namespace CrmMigration.Http;

/// <summary>An answer, ready to be sent: it is small by construction, as everything long comes in pages.</summary>
/// <param name="ContentType">With its charset where it has one.</param>
public sealed record HttpAnswer(int Status, string ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary>Besides the content type and length, which the host sets.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    internal static HttpAnswer Json<T>(int status, T value, JsonTypeInfo<T> type) =>
        new(status, MediaTypes.Json, JsonSerializer.SerializeToUtf8Bytes(value, type));

    internal static HttpAnswer Json(int status, JsonNode value, string contentType = MediaTypes.Json) =>
        new(status, contentType, JsonSerializer.SerializeToUtf8Bytes(value, Written.As.JsonNode));

    internal static HttpAnswer Text(string contentType, string text) => new(200, contentType, Encoding.UTF8.GetBytes(text));

    internal HttpAnswer With(string header, string value) => this with { Headers = new Dictionary<string, string>(Headers) { [header] = value } };
}
