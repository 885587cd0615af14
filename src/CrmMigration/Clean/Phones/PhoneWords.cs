using System.Collections.Frozen;

namespace CrmMigration.Clean.Phones;

/// <summary>The words that people write beside a phone number: what kind of number it is, or that an extension follows.</summary>
internal static class PhoneWords
{
    private const int LongestWord = 16;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Labels = Lookup(
        """
        tel telephone telefon telefono teléfono téléphone phone ph fon mobile mobil mob movil móvil celular cell cellular cel handy portable
        fax home work office landline main direct business private priv private t p m h w f o c no nr num number festnetz büro privat
        geschäftlich dienstlich zentrale fixe bureau casa cellulare trabajo oficina тел телефон моб факс раб дом callto sms whatsapp wa
        """);

    // Those of libphonenumber, which may also be one with the word before them.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ExtensionMarks = Lookup(
        "ext extn extension extensi\u00F3n extensio\u0301n extensio extensi\u00F3 extensio\u0301 xt xtn xtension доб anexo");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> WholeExtensionMarks = Lookup(
        "добавочный interno durchwahl dw apparat app poste toestel ramal anknytning klapka wew");

    public static bool IsLabel(ReadOnlySpan<char> word) => word.Length <= LongestWord && Labels.Contains(word);

    public static bool IsExtensionMark(ReadOnlySpan<char> word) =>
        word.Length <= LongestWord && (ExtensionMarks.Contains(word) || WholeExtensionMarks.Contains(word));

    /// <summary>The length of the word at the end of the text that says that an extension follows; 0 where there is none.</summary>
    public static int LengthOfExtensionMark(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && length <= LongestWord && (char.IsLetter(text[^(length + 1)]) || text[^(length + 1)] == '\u0301'))
        {
            length++;
        }

        return length == 0 || length > LongestWord ? 0 : LengthOfMark(text[^length..]);
    }

    private static int LengthOfMark(ReadOnlySpan<char> word)
    {
        if (WholeExtensionMarks.Contains(word))
        {
            return word.Length;
        }

        for (; word.Length > 1; word = word[1..])
        {
            if (ExtensionMarks.Contains(word))
            {
                return word.Length;
            }
        }

        return 0;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(string words) =>
        words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
