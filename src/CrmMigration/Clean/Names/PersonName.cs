using System.Buffers;
using System.Text;

namespace CrmMigration.Clean.Names;

/// <summary>
/// A person's name in its parts. Names follow no grammar; the order here is that of Western usage, given name first, or family name,
/// comma, given name; family name first in Chinese, Japanese and Korean script. What has no column is left out and said so.
/// </summary>
public static class PersonName
{
    private const int MostTokens = 24;
    private const int LongestOnStack = 256;

    /// <summary>First and last name only; see the overload.</summary>
    public static PersonNameParts Clean(ReadOnlySpan<char> raw, Span<char> destination) =>
        Clean(raw, destination, PersonNameColumns.None);

    /// <summary>
    /// Tidies spaces, and letter case where it is the same throughout. A single word is a last name; a blank value is all NULLs; a value
    /// without any letter loses everything to <c>name.no-letters</c>. An organisation (<c>name.organization</c>) and two persons
    /// (<c>name.two-persons</c>) are kept whole as last name, except that "John and Mary Smith" keeps "John and Mary" as first name.
    /// </summary>
    /// <param name="raw">Any text, of any length.</param>
    /// <param name="destination">Takes the parts, one after the other; at least 8 characters longer than <paramref name="raw"/>.</param>
    /// <param name="columns">The parts to write besides first and last; the others are left out by <c>name.parts-left-out</c>.</param>
    public static PersonNameParts Clean(ReadOnlySpan<char> raw, Span<char> destination, PersonNameColumns columns)
    {
        var text = BlankSpace.Trim(raw);
        return text.IsEmpty ? default
            : Ascii.IsValid(text) ? CleanNormal(text, destination, columns)
            : CleanInternational(text, destination, columns);
    }

    private static PersonNameParts CleanInternational(ReadOnlySpan<char> text, Span<char> destination, PersonNameColumns columns)
    {
        var most = text.Length + Ligature.Growth;
        var rented = most > LongestOnStack ? ArrayPool<char>.Shared.Rent(most) : null;
        var normal = rented ?? stackalloc char[LongestOnStack];
        var length = NormalForm.Write(Ligature.IsIn(text) ? normal[..Ligature.Write(text, normal)] : text, normal);
        var parts = CleanNormal(normal[..length], destination, columns);
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented, clearArray: true);
        }

        return parts;
    }

    private static PersonNameParts CleanNormal(ReadOnlySpan<char> text, Span<char> destination, PersonNameColumns columns)
    {
        Span<NameToken> slots = stackalloc NameToken[MostTokens + 1];
        var reading = new NameReading(text, slots);
        reading.Read(keepNicknames: false);
        if (reading.Words.Count == 0 && reading.HasNickname)
        {
            reading = new NameReading(text, slots);
            reading.Read(keepNicknames: true);
        }

        var words = reading.Words;
        if (words.Count == 0)
        {
            return new PersonNameParts(0, 0, NameRules.NoLetters);
        }

        var rule = PersonCount.FindRule(words, out var staysWhole);
        if (staysWhole)
        {
            return NameWriter.WriteWhole(text, destination, rule);
        }

        NameGrammar.Read(ref words);
        return new NameWriter(words, destination, columns).Write(text[reading.Nickname], rule);
    }
}
