namespace CrmMigration.Clean.Phones;

/// <summary><see cref="PhoneNumber"/> as a link of a chain.</summary>
/// <param name="region">Where numbers without a calling code are from; null where nothing tells.</param>
public sealed class PhoneCleaner(PhoneRegion? region) : TextCleaner
{
    public override int MostWritten(int length) => PhoneNumber.MostCharacters;

    public override Cleaned Clean(ReadOnlySpan<char> text, Span<char> destination) => PhoneNumber.Clean(text, region, destination);

    public override int Suggest(ReadOnlySpan<char> text, Span<char> destination) => PhoneNumber.Suggest(text, region, destination);
}
