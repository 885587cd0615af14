namespace CrmMigration.Clean;

/// <summary>One value in place of no value; any other stays.</summary>
public sealed class DefaultCleaner(string value) : TextCleaner
{
    public override int MostWritten(int length) => Math.Max(length, value.Length);

    public override Cleaned Clean(ReadOnlySpan<char> text, Span<char> destination)
    {
        var chosen = text.IsEmpty ? value : text;
        chosen.CopyTo(destination);
        return new(chosen.Length, null);
    }
}
