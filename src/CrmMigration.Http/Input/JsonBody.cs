using System.Text.Json;
using CrmMigration.Http.Problems;

namespace CrmMigration.Http.Input;

/// <summary>The JSON object that a call carries. It is bounded, and unknown, repeated or mistyped fields are refused by name.</summary>
internal sealed class JsonBody
{
    public const int MostBytes = 16 * 1024;

    private readonly Dictionary<string, JsonElement> fields = [];

    private JsonBody()
    {
    }

    /// <summary>Reads the body; a call without one has no fields.</summary>
    /// <exception cref="RefusedException">It is too long, no JSON object, or has fields that are not among <paramref name="known"/>.</exception>
    public static async Task<JsonBody> Read(HttpCall call, params string[] known)
    {
        var bytes = await Bytes(call);
        var body = new JsonBody();
        if (bytes.Length > 0)
        {
            if (!call.Headers.TryGetValue("Content-Type", out var type) || MediaTypes.Bare(type) != MediaTypes.Json)
            {
                throw new RefusedException(Problem.NotJson());
            }

            body.Take(Parse(bytes), known);
        }

        return body;
    }

    /// <summary>The text of a field.</summary>
    /// <exception cref="RefusedException">It is missing or no text.</exception>
    public string Text(string name)
    {
        const string Expected = "a text";
        return !fields.TryGetValue(name, out var value) ? throw new RefusedException(Problem.WrongField(name, "is missing", Expected))
            : value.ValueKind == JsonValueKind.String ? value.GetString()!
            : throw new RefusedException(Problem.WrongField(name, $"is {Kind(value)}", Expected));
    }

    /// <summary>The text of a field; null when it is missing.</summary>
    /// <exception cref="RefusedException">It is no text.</exception>
    public string? OptionalText(string name) => fields.ContainsKey(name) ? Text(name) : null;

    /// <summary>A field above 0 and up to 100; null when it is missing.</summary>
    /// <exception cref="RefusedException">It is no such number.</exception>
    public double? OptionalPercent(string name) => !fields.TryGetValue(name, out var value) ? null
        : value.ValueKind == JsonValueKind.Number && value.GetDouble() is > 0 and <= 100 ? value.GetDouble()
        : throw new RefusedException(Problem.WrongField(name, $"is {(value.ValueKind == JsonValueKind.Number ? value.GetRawText() : Kind(value))}", "a percentage above 0 and up to 100"));

    /// <summary>Whether a field is there.</summary>
    public bool Has(string name) => fields.ContainsKey(name);

    /// <summary>Whether a field is true; false when it is missing.</summary>
    /// <exception cref="RefusedException">It is neither true nor false.</exception>
    public bool Flag(string name) => fields.TryGetValue(name, out var value) && value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw new RefusedException(Problem.WrongField(name, $"is {Kind(value)}", "true or false")),
    };

    /// <summary>The members of a field, texts or null; null when it is missing.</summary>
    /// <exception cref="RefusedException">It is no object, or has another member.</exception>
    public Dictionary<string, string?>? Texts(string name)
    {
        const string Expected = "an object of texts";
        if (!fields.TryGetValue(name, out var value))
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            throw new RefusedException(Problem.WrongField(name, $"is {Kind(value)}", Expected));
        }

        var texts = new Dictionary<string, string?>();
        foreach (var member in value.EnumerateObject())
        {
            texts[member.Name] = member.Value.ValueKind switch
            {
                JsonValueKind.String => member.Value.GetString(),
                JsonValueKind.Null => null,
                _ => throw new RefusedException(Problem.WrongField(name, $"has {Kind(member.Value)} in it", Expected)),
            };
        }

        return texts;
    }

    private static async Task<byte[]> Bytes(HttpCall call)
    {
        var buffer = new byte[MostBytes + 1];
        var length = await call.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, call.Cancellation);
        return length <= MostBytes ? buffer[..length] : throw new RefusedException(Problem.BodyTooLong(MostBytes));
    }

    private static JsonElement Parse(byte[] bytes)
    {
        const string Expected = "one JSON object in UTF-8";
        try
        {
            using var document = JsonDocument.Parse(bytes, new() { MaxDepth = 8 });
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw new RefusedException(Problem.UnreadableBody(Expected));
        }
        catch (JsonException)
        {
            throw new RefusedException(Problem.UnreadableBody(Expected));
        }
    }

    private void Take(JsonElement root, string[] known)
    {
        foreach (var field in root.EnumerateObject())
        {
            if (!known.Contains(field.Name))
            {
                throw new RefusedException(Problem.UnknownField(field.Name, known));
            }

            if (!fields.TryAdd(field.Name, field.Value))
            {
                throw new RefusedException(Problem.WrongField(field.Name, "is given twice", "it once"));
            }
        }
    }

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => "a number",
        JsonValueKind.String => "a text",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        _ => "null",
    };
}
