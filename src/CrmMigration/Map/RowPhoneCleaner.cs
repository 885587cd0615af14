using CrmMigration.Clean;
using CrmMigration.Clean.Phones;

namespace CrmMigration.Map;

/// <summary>
/// <see cref="PhoneCleaner"/> with the region of the row at hand, which it shares with the mapper that reads the row; so, unlike others, it is
/// for that mapper alone.
/// </summary>
internal sealed class RowPhoneCleaner(RowRegion region) : TextCleaner
{
    public override int MostWritten(int length) => PhoneNumber.MostCharacters;

    public override Cleaned Clean(ReadOnlySpan<char> text, Span<char> destination) => PhoneNumber.Clean(text, region.Current, destination);

    public override int Suggest(ReadOnlySpan<char> text, Span<char> destination) => PhoneNumber.Suggest(text, region.Current, destination);
}
