using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CrmMigration.Http;

namespace CrmMigration.Cli.Serve;

/// <summary>The key that opens the local host, made anew at each start. Only its hash is kept for comparing.</summary>
internal sealed class HostKey
{
    public const string Header = "x-functions-key";
    public const string Parameter = "code";

    private readonly byte[] hash;

    private HostKey(string text)
    {
        Text = text;
        hash = Hash(text);
    }

    public string Text { get; }

    public static HostKey New() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)));

    /// <summary>Who shows this text; the time it takes does not depend on it.</summary>
    public Caller CallerWith(string? shown) =>
        shown is not null && CryptographicOperations.FixedTimeEquals(hash, Hash(shown)) ? Caller.KeyHolder : Caller.Nobody;

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
