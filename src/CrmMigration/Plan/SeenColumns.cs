using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrmMigration.Plan;

/// <summary>Columns that were seen, as the books keep them.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<SeenColumn>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class SeenColumns : JsonSerializerContext
{
    public static string Write(IReadOnlyList<SeenColumn> columns) => JsonSerializer.Serialize(columns, Default.IReadOnlyListSeenColumn);

    /// <summary>Sentences about them.</summary>
    public static string WriteNews(IReadOnlyList<string> news) => JsonSerializer.Serialize(news, Default.IReadOnlyListString);

    public static IReadOnlyList<SeenColumn> Read(string json) => JsonSerializer.Deserialize(json, Default.IReadOnlyListSeenColumn) ?? [];
}
