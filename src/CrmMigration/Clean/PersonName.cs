using System.Buffers;
using System.Text;

namespace CrmMigration.Clean;

/// <summary>
/// A person's first and last name. Names follow no grammar; the order here is that of Western usage: given name first, or family name,
/// comma, given name. What has no column (middle names, titles, suffixes, nicknames) is left out and said so.
/// </summary>
public static class PersonName
{
    private const int MostTokens = 24;
    private const int LongestOnStack = 256;

    /// <summary>
    /// Tidies spaces, and letter case where it is the same throughout. A single word is a last name; a blank value is two NULLs; a value
    /// without any letter loses both names to <c>name.no-letters</c>.
    /// </summary>
    /// <param name="raw">Any text, of any length.</param>
    /// <param name="destination">Takes first and last name, one after the other; at least 8 characters longer than <paramref
    /// name="raw"/>.</param>
    public static PersonNameParts Clean(ReadOnlySpan<char> raw, Span<char> destination)
    {
        var text = BlankSpace.Trim(raw);
        return text.IsEmpty ? default
            : Ascii.IsValid(text) ? CleanNormal(text, destination)
            : CleanInternational(text, destination);
    }

    private static PersonNameParts CleanInternational(ReadOnlySpan<char> text, Span<char> destination)
    {
        var rented = text.Length > LongestOnStack ? ArrayPool<char>.Shared.Rent(text.Length) : null;
        var normal = rented ?? stackalloc char[LongestOnStack];
        var length = NormalForm.Write(text, normal);
        var parts = CleanNormal(normal[..length], destination);
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented, clearArray: true);
        }

        return parts;
    }

    private static PersonNameParts CleanNormal(ReadOnlySpan<char> text, Span<char> destination)
    {
        Span<NameToken> slots = stackalloc NameToken[MostTokens];
        var reading = new NameReading(text, slots);
        reading.Read(keepNicknames: false);
        if (reading.Tokens.IsEmpty && reading.LeftOut > 0)
        {
            reading = new NameReading(text, slots);
            reading.Read(keepNicknames: true);
        }

        return reading.Tokens.IsEmpty ? new PersonNameParts(0, 0, NameRules.NoLetters) : Write(text, reading, destination);
    }

    private static PersonNameParts Write(ReadOnlySpan<char> text, in NameReading reading, Span<char> destination)
    {
        var shape = new NameGrammar(text, reading.Tokens).Read();
        var first = WriteWords(text, reading.Tokens[shape.First], destination);
        var last = WriteWords(text, reading.Tokens[shape.Particles], destination[first..]);
        if (last > 0)
        {
            destination[first + last++] = ' ';
        }

        last += WriteWords(text, reading.Tokens[shape.Last], destination[(first + last)..]);
        if (!HasLetter(destination[..(first + last)]))
        {
            return new PersonNameParts(0, 0, NameRules.NoLetters);
        }

        if (LetterCase.Of(destination[..(first + last)]) != LetterCasing.Mixed)
        {
            LetterCase.Tidy(destination[..first]);
            LetterCase.Tidy(destination.Slice(first, last));
        }

        var isWhole = reading.LeftOut == 0 && shape.WordsUsed == reading.Tokens.Length;
        return new PersonNameParts(first, last, isWhole ? null : NameRules.PartsLeftOut);
    }

    private static bool HasLetter(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (char.IsLetter(c) || char.IsSurrogate(c))
            {
                return true;
            }
        }

        return false;
    }

    private static int WriteWords(ReadOnlySpan<char> text, ReadOnlySpan<NameToken> words, Span<char> destination)
    {
        var length = 0;
        foreach (var word in words)
        {
            if (length > 0)
            {
                destination[length++] = ' ';
            }

            text.Slice(word.Start, word.Length).CopyTo(destination[length..]);
            length += word.Length;
        }

        return length;
    }
}
