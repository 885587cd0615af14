using CrmMigration.Clean;
using CrmMigration.Clean.Places;

namespace CrmMigration.Map;

/// <summary><see cref="PostalCodeCleaner"/> with the country of the row at hand; so, unlike others, it is for the mapper alone that reads the row.</summary>
internal sealed class RowPostalCodeCleaner(RowPostalCodes codes) : TextCleaner
{
    public override int MostWritten(int length) => PostalCodeCleaner.MostWrittenOf(length);

    public override Cleaned Clean(ReadOnlySpan<char> text, Span<char> destination) => PostalCodeCleaner.Clean(codes.Current, text, destination);

    public override int Suggest(ReadOnlySpan<char> text, Span<char> destination) => PostalCodeCleaner.Suggest(codes.Current, text, destination);
}
