using System.Globalization;

namespace CrmMigration.Source;

/// <summary>
/// The value of one source key: a number, or text (uuids in their canonical form). Numbers order as numbers, text by its UTF-16 code
/// units, so that "the lowest key" does not depend on any server's collation.
/// </summary>
public readonly record struct SourceKey : IComparable<SourceKey>
{
    public SourceKey(long number) => Number = number;

    public SourceKey(string text) => Text = text;

    public long Number { get; }

    /// <summary>Null for a number.</summary>
    public string? Text { get; }

    public static bool operator <(SourceKey left, SourceKey right) => left.CompareTo(right) < 0;

    public static bool operator >(SourceKey left, SourceKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(SourceKey left, SourceKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(SourceKey left, SourceKey right) => left.CompareTo(right) >= 0;

    public int CompareTo(SourceKey other) => Text is null ? Number.CompareTo(other.Number) : string.CompareOrdinal(Text, other.Text);

    public override int GetHashCode() => Text is null ? Number.GetHashCode() : string.GetHashCode(Text, StringComparison.Ordinal);

    public bool Equals(SourceKey other) => Number == other.Number && string.Equals(Text, other.Text, StringComparison.Ordinal);

    public override string ToString() => Text ?? Number.ToString(CultureInfo.InvariantCulture);
}
