using System.Collections.Frozen;

namespace CrmMigration.Clean;

/// <summary>The words that people write beside a phone number: what kind of number it is, or that an extension follows.</summary>
internal static class PhoneWords
{
    private const int LongestWord = 16;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Labels = Lookup(
        """
        tel telephone telefon telefono teléfono téléphone phone ph fon mobile mobil mob cell cellular cel handy fax home work office
        landline main direct business private t p m h w f no nr num number
        """);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ExtensionMarks = Lookup(
        "x × ext extn extension extensión xt int interno anexo durchwahl poste доб");

    public static bool IsLabel(ReadOnlySpan<char> word) => word.Length <= LongestWord && Labels.Contains(word);

    public static bool MarksExtension(ReadOnlySpan<char> word) => word.Length <= LongestWord && ExtensionMarks.Contains(word);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(string words) =>
        words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
