using System.Buffers;
using System.Text;

namespace CrmMigration.Profile.Tally;

/// <summary>Text in UTF-8 that a program once read as Latin-1 or Windows-1252 and wrote again: é became Ã©, ’ became â€™.</summary>
internal static class Garbling
{
    // What Windows-1252 shows for the bytes 80 to 9f; Latin-1 has control characters there.
    private static readonly SearchValues<char> Windows = SearchValues.Create("€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ");

    /// <summary>Whether the two characters are what is left of the first two bytes of another one.</summary>
    public static bool Gives(Rune first, Rune second) => first.Value switch
    {
        'Â' or 'Ã' or 'Ä' or 'Å' or 'Ð' or 'Ñ' => IsSecondByte(second),
        'â' => second.Value is '€' or 0x80 or '„' or 0x84,
        'ð' => second.Value is 'Ÿ' or 0x9f,
        _ => false,
    };

    private static bool IsSecondByte(Rune second) =>
        second.Value is >= 0x80 and <= 0xbf || (second.IsBmp && Windows.Contains((char)second.Value));
}
