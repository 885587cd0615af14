namespace CrmMigration.Source;

/// <summary>The types a source key may have.</summary>
public enum KeyKind
{
    Int16,
    Int32,
    Int64,
    Uuid,
    Text,
}
