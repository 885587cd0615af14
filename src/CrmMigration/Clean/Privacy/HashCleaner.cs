using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace CrmMigration.Clean.Privacy;

/// <summary>
/// A pseudonym: HMAC-SHA-256 of the value, 64 small hexadecimal digits. One value has one pseudonym under one key, so that copies can still be
/// joined; without the key nobody can try values out. The pseudonym of a pseudonym is another one, so it is not for doing twice.
/// </summary>
/// <param name="key">A secret; <see cref="FewestKeyBytes"/> at least.</param>
public sealed class HashCleaner(byte[] key) : TextCleaner
{
    /// <summary>The fewest bytes of a key that cannot be found by trying.</summary>
    public const int FewestKeyBytes = 16;

    /// <summary>Characters of a pseudonym.</summary>
    public const int Length = 2 * HMACSHA256.HashSizeInBytes;

    private const int MostOnStack = 1024;

    public override int MostWritten(int length) => Length;

    /// <summary>Blank space around a value is no difference. Characters that are no Unicode, half a pair, count as one and the same.</summary>
    public override Cleaned Clean(ReadOnlySpan<char> text, Span<char> destination)
    {
        var trimmed = BlankSpace.Trim(text);
        if (trimmed.IsEmpty)
        {
            return Cleaned.Blank;
        }

        var most = Encoding.UTF8.GetMaxByteCount(trimmed.Length);
        var rented = most > MostOnStack ? ArrayPool<byte>.Shared.Rent(most) : null;
        Span<byte> bytes = rented ?? stackalloc byte[MostOnStack];
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, bytes[..Encoding.UTF8.GetBytes(trimmed, bytes)], hash);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }

        Convert.TryToHexStringLower(hash, destination, out var written);
        return new(written, null);
    }
}
