namespace CrmMigration.Clean;

/// <summary><see cref="PhoneNumber"/> as a link of a chain.</summary>
public sealed class PhoneCleaner(PhoneRegion region) : TextCleaner
{
    // What PhoneNumber asks for.
    internal const int Room = 32;

    public override int MostWritten(int length) => Room;

    public override Cleaned Clean(ReadOnlySpan<char> text, Span<char> destination) => PhoneNumber.Clean(text, region, destination);
}
