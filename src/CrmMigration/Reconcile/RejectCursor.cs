using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace CrmMigration.Reconcile;

/// <summary>A place in the rejected rows of a run: that of the row that was read last. Its text is safe in an address and means nothing to a reader.</summary>
/// <param name="Position">Of the entity in the run.</param>
/// <param name="Source">Position of the source in the entity.</param>
/// <param name="SourceKey">Of the row.</param>
public sealed record RejectCursor(int Position, int Source, string SourceKey)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static RejectCursor? Read(string text)
    {
        if (!Base64Url.IsValid(text))
        {
            return null;
        }

        try
        {
            var parts = Utf8.GetString(Base64Url.DecodeFromChars(text)).Split(' ', 3);
            return parts.Length == 3 && Number(parts[0]) is { } position && Number(parts[1]) is { } source && !parts[2].Contains('\0', StringComparison.Ordinal)
                ? new(position, source, parts[2])
                : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    public override string ToString() => Base64Url.EncodeToString(Utf8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Position} {Source} {SourceKey}")));

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
