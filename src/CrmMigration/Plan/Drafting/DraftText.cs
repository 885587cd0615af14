using System.Text.Encodings.Web;
using System.Text.Json;
using CrmMigration.Plan.Transforms;

namespace CrmMigration.Plan.Drafting;

/// <summary>Writes the draft as JSON with comments, two spaces for each level.</summary>
internal sealed class DraftText(DraftRequest request)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A name as it may stand in JSON and in a comment, whatever it holds (line separators end a comment).</summary>
    public static string Quoted(string name) => JsonSerializer.Serialize(name, Readable)
        .Replace("\u2028", "\\u2028", StringComparison.Ordinal)
        .Replace("\u2029", "\\u2029", StringComparison.Ordinal);

    /// <param name="unpaired">Sentences on tables that the draft leaves out.</param>
    public string Write(IReadOnlyList<DraftEntity> entities, IReadOnlyList<string> unpaired)
    {
        var name = $"{request.SourceConnection}-to-{request.TargetConnection}".ToLowerInvariant();
        List<string> lines =
        [
            "// Drafted by 'crm-migrate init' from the two live schemas. Read every line marked \"guess\", then run 'crm-migrate check'.",
            "{",
            .. request.SchemaPath is { } schema ? [$"  \"$schema\": {Quoted(schema)},"] : Array.Empty<string>(),
            $"  \"plan\": {Quoted(name)},",
            $"  \"sources\": {{ \"old\": {{ \"connection\": {Quoted(request.SourceConnection)} }} }},",
            $"  \"target\": {{ \"connection\": {Quoted(request.TargetConnection)} }},",
            "  \"entities\": {",
            .. unpaired.Select(reason => Comment("    ", $"no counterpart for the table {reason}")),
            .. Separated(entities.Select(Entity)),
            "  }",
            "}",
            "",
        ];
        return string.Join('\n', lines);
    }

    private static List<string> Entity(DraftEntity entity)
    {
        var (pair, indent) = (entity.Pair, "      ");
        List<List<string>> properties =
        [
            [$"{indent}\"from\": {{ \"table\": {Table(pair.Source.Name)}, \"key\": {Quoted(pair.SourceKey)} }}"],
            [
                .. pair.IsGuess ? [$"{indent}// guess: the counterpart by its name or columns"] : Array.Empty<string>(),
                $"{indent}\"to\": {{ \"table\": {Table(pair.TargetName)}, \"key\": {Quoted(pair.TargetKey)}{(pair.Target is null ? ", \"create\": true" : "")} }}",
            ],
        ];
        if (entity.NeedsFields)
        {
            properties.Add([$"{indent}\"fields\": [", .. Separated(entity.Fields.Select(Field)), $"{indent}]"]);
        }

        if (entity.References.Count > 0)
        {
            properties.Add([$"{indent}\"references\": {{", .. Separated(entity.References.Select(Reference)), $"{indent}}}"]);
        }

        if (DraftMatch.Of(entity) is { Count: > 0 } rules)
        {
            var written = rules.Select(rule => $"[{string.Join(", ", rule.Select(Quoted))}]");
            properties.Add([$"{indent}// guess: rows that agree in all columns of a rule are one person", $"{indent}\"match\": [{string.Join(", ", written)}]"]);
        }

        return [$"    {Quoted(entity.Name)}: {{", .. entity.Left.Select(reason => Comment(indent, reason)), .. Separated(properties), "    }"];
    }

    private static List<string> Field(DraftField field)
    {
        var to = field.To is [var only] ? Quoted(only) : $"[{string.Join(", ", field.To.Select(Quoted))}]";
        var transform = field.As switch
        {
            PersonNameTransform => ", \"as\": \"personName\"",
            EmailTransform => ", \"as\": \"email\"",
            PhoneTransform phone => $", \"as\": {{ \"phone\": {{ \"region\": {Quoted(phone.Region!)} }} }}",
            _ => "",
        };
        var comment = field.Comment.Length > 0 ? [$"        // {field.Comment}"] : Array.Empty<string>();
        return [.. comment, $"        {{ \"from\": {Quoted(field.From.Name)}, \"to\": {to}{transform} }}"];
    }

    private static List<string> Reference(DraftReference reference) =>
    [
        .. reference.IsGuess ? ["        // guess: by the column's name, there is no foreign key"] : Array.Empty<string>(),
        $"        {Quoted(reference.Column)}: {Quoted(reference.Entity)}",
    ];

    /// <summary>The name of a type may hold anything; in a comment it must stay in its line.</summary>
    private static string Comment(string indent, string text) => $"{indent}// {string.Join(' ', text.Split('\r', '\n', '\u2028', '\u2029'))}";

    /// <summary>A comma behind every block but the last.</summary>
    private static IEnumerable<string> Separated(IEnumerable<List<string>> blocks)
    {
        var all = blocks.ToList();
        return all.SelectMany((block, i) => i < all.Count - 1 ? block.SkipLast(1).Append($"{block[^1]},") : block);
    }

    /// <summary>As <see cref="TableName.TryParse"/> reads it back.</summary>
    private static string Table(TableName table)
    {
        var name = Part(table.Name);
        return Quoted(table.Schema == TableName.DefaultSchema ? name : $"{Part(table.Schema)}.{name}");

        static string Part(string part) => part.Contains('.', StringComparison.Ordinal) || part.Contains('"', StringComparison.Ordinal) ? SqlName.Quote(part) : part;
    }
}
