using System.Text;
using System.Text.Json;

namespace CrmMigration.Plan.Reading;

/// <summary>Parses the plan's text into nodes that know their line. Comments and trailing commas are welcome.</summary>
internal sealed class PlanText
{
    private static readonly JsonReaderOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private readonly byte[] _utf8;
    private readonly List<int> _lineStarts = [0];

    private PlanText(string json)
    {
        _utf8 = Encoding.UTF8.GetBytes(json.TrimStart('\uFEFF'));
        for (var i = 0; i < _utf8.Length; i++)
        {
            if (_utf8[i] == '\n')
            {
                _lineStarts.Add(i + 1);
            }
        }
    }

    /// <exception cref="InvalidPlanException">The text is no JSON; one mistake with line and column.</exception>
    public static PlanNode Parse(string json)
    {
        var text = new PlanText(json);
        try
        {
            var reader = new Utf8JsonReader(text._utf8, Options);
            reader.Read();
            var root = text.ReadValue(ref reader, PlanPath.Root);
            reader.Read();
            return root;
        }
        catch (JsonException syntax)
        {
            throw new InvalidPlanException([text.SyntaxMistake(syntax)]);
        }
    }

    private PlanNode ReadValue(ref Utf8JsonReader reader, string path)
    {
        var start = (int)reader.TokenStartIndex;
        var node = ReadNode(ref reader, path);
        return node with { Span = start..(int)reader.BytesConsumed };
    }

    private PlanNode ReadNode(ref Utf8JsonReader reader, string path)
    {
        var line = LineOf(reader.TokenStartIndex);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => new(path, line, JsonValueKind.Object) { Properties = ReadProperties(ref reader, path) },
            JsonTokenType.StartArray => new(path, line, JsonValueKind.Array) { Items = ReadItems(ref reader, path) },
            JsonTokenType.String => new(path, line, JsonValueKind.String) { Text = ReadText(ref reader) },
            JsonTokenType.Number => new(path, line, JsonValueKind.Number) { Text = Encoding.UTF8.GetString(reader.ValueSpan) },
            JsonTokenType.True => new(path, line, JsonValueKind.True),
            JsonTokenType.False => new(path, line, JsonValueKind.False),
            _ => new(path, line, JsonValueKind.Null),
        };
    }

    private List<PlanProperty> ReadProperties(ref Utf8JsonReader reader, string path)
    {
        var properties = new List<PlanProperty>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var line = LineOf(reader.TokenStartIndex);
            var name = ReadText(ref reader);
            reader.Read();
            properties.Add(new(name, line, ReadValue(ref reader, PlanPath.Of(path, name))));
        }

        return properties;
    }

    private List<PlanNode> ReadItems(ref Utf8JsonReader reader, string path)
    {
        var items = new List<PlanNode>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(ReadValue(ref reader, PlanPath.Of(path, items.Count)));
        }

        return items;
    }

    /// <summary>Half of a surrogate pair, written as an escape, is valid JSON and no text.</summary>
    private string ReadText(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException invalid)
        {
            var at = LineOf(reader.TokenStartIndex) - 1;
            throw new JsonException("an escape that is half of a character.", null, at, reader.TokenStartIndex - _lineStarts[at], invalid);
        }
    }

    private PlanMistake SyntaxMistake(JsonException syntax)
    {
        var line = Math.Clamp((int)(syntax.LineNumber ?? 0), 0, _lineStarts.Count - 1);
        var bytes = Math.Clamp((int)(syntax.BytePositionInLine ?? 0), 0, _utf8.Length - _lineStarts[line]);
        var column = Encoding.UTF8.GetCharCount(_utf8, _lineStarts[line], bytes) + 1;
        var said = syntax.Message.Split(" LineNumber:", 2, StringSplitOptions.None)[0].TrimEnd('.');
        return new(
            PlanPath.Root, line + 1, $"the text stops being JSON at column {column}: {said}",
            "one JSON object (comments and trailing commas are allowed)",
            "Look just before that column for a missing comma, quote or bracket.");
    }

    private int LineOf(long position)
    {
        var found = _lineStarts.BinarySearch((int)position);
        return (found >= 0 ? found : ~found - 1) + 1;
    }
}
