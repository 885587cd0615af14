using System.Security.Cryptography;
using System.Text;
using CrmMigration.Plan;
using CrmMigration.Source;

namespace CrmMigration.Rejects;

/// <summary>
/// Encrypts what is kept of a rejected row (AES-256-GCM). A sealed text is a version byte, a random nonce of 12 bytes, the tag of 16 and the
/// ciphertext; it opens only in the place it was sealed for, so that nobody can move it to another row.
/// </summary>
internal sealed class PayloadSeal
{
    private const int KeyBytes = 32;
    private const byte Version = 1;

    private static readonly int NonceBytes = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int TagBytes = AesGcm.TagByteSizes.MaxSize;

    private readonly byte[] key;

    private PayloadSeal(byte[] key) => this.key = key;

    /// <summary>The seal of a plan; null when its plan does not ask for encryption.</summary>
    /// <exception cref="InvalidSettingException">The key is missing or no key.</exception>
    public static async Task<PayloadSeal?> Of(MigrationPlan plan, IConnections connections, CancellationToken cancellation) =>
        await Find(plan, connections, cancellation) is var seal && (seal is not null || plan.Rejects.Key is null)
            ? seal
            : throw new InvalidSettingException(
                $"The plan encrypts rejected rows with the key '{plan.Rejects.Key}', but {connections.KeySetting(plan.Rejects.Key!)} is not set. "
                    + $"Set it to {KeyBytes} random bytes in base64, as 'openssl rand -base64 {KeyBytes}' gives them.");

    /// <summary>The same; null also when the key is not at hand.</summary>
    /// <exception cref="InvalidSettingException">The key is no key.</exception>
    public static async Task<PayloadSeal?> Find(MigrationPlan plan, IConnections connections, CancellationToken cancellation)
    {
        if (plan.Rejects.Key is not { } name || await connections.FindKey(name, cancellation) is not { } found || string.IsNullOrWhiteSpace(found))
        {
            return null;
        }

        var key = new byte[KeyBytes + 1];
        return Convert.TryFromBase64String(found.Trim(), key, out var length) && length == KeyBytes
            ? new(key[..KeyBytes])
            : throw new InvalidSettingException(
                $"The value of {connections.KeySetting(name)} is no key. Expected {KeyBytes} bytes in base64, as 'openssl rand -base64 {KeyBytes}' gives them.");
    }

    public byte[] Seal(string text, string place)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var sealedText = new byte[1 + NonceBytes + TagBytes + plain.Length];
        sealedText[0] = Version;
        var (nonce, tag, cipher) = Parts(sealedText);
        RandomNumberGenerator.Fill(nonce.Span);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce.Span, plain, cipher.Span, tag.Span, Encoding.UTF8.GetBytes(place));
        return sealedText;
    }

    /// <summary>The text; null when it was sealed with another key, for another place, or changed since.</summary>
    public string? Open(byte[] sealedText, string place)
    {
        if (sealedText.Length < 1 + NonceBytes + TagBytes || sealedText[0] != Version)
        {
            return null;
        }

        var (nonce, tag, cipher) = Parts(sealedText);
        var plain = new byte[cipher.Length];
        using var aes = new AesGcm(key, TagBytes);
        try
        {
            aes.Decrypt(nonce.Span, cipher.Span, tag.Span, plain, Encoding.UTF8.GetBytes(place));
            return Encoding.UTF8.GetString(plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static (Memory<byte> Nonce, Memory<byte> Tag, Memory<byte> Cipher) Parts(byte[] sealedText) =>
        (sealedText.AsMemory(1, NonceBytes), sealedText.AsMemory(1 + NonceBytes, TagBytes), sealedText.AsMemory(1 + NonceBytes + TagBytes));
}
