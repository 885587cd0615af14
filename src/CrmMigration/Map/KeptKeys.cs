using CrmMigration.Source;

namespace CrmMigration.Map;

/// <summary>Rows keep their keys; an integer may be one of a wider type in the target.</summary>
internal sealed class KeptKeys : KeyPlacement
{
    public static KeptKeys All { get; } = new();

    public override SourceKey? Place(SourceKey key) => key;
}
