using System.Text;

namespace CrmMigration.Clean.Privacy;

/// <summary>
/// A value of which only its ends can be read: <c>DE******************42</c>. Each character in between becomes one star; a value with no more
/// characters than may stay is all stars. Doing it twice changes nothing more.
/// </summary>
/// <param name="first">Characters that stay at the beginning.</param>
/// <param name="last">Characters that stay at the end.</param>
public sealed class MaskCleaner(int first, int last) : TextCleaner
{
    public override Cleaned Clean(ReadOnlySpan<char> text, Span<char> destination)
    {
        var trimmed = BlankSpace.Trim(text);
        var count = CharacterCount.Of(trimmed);
        var (front, back) = count > first + last ? (first, count - last) : (0, count);
        var length = 0;
        for (var i = 0; i < count; i++)
        {
            Rune.DecodeFromUtf16(trimmed, out _, out var next);
            var isShown = i < front || i >= back;
            (isShown ? trimmed[..next] : "*").CopyTo(destination[length..]);
            length += isShown ? next : 1;
            trimmed = trimmed[next..];
        }

        return new(length, null);
    }
}
