using System.Security.Cryptography;
using System.Text;
using CrmMigration.Source;

namespace CrmMigration.Map;

/// <summary>
/// Makes a uuid of a row's identity (entity, source, key): version 8 of RFC 9562 over SHA-256. The same row has the same one in every run,
/// and nothing needs to be kept.
/// </summary>
internal sealed class NamedKeys(string entity, string source) : KeyPlacement
{
    private const int Version = 6;
    private const int Variant = 8;

    // Their lengths stand before the names, so that no two identities read alike.
    private readonly string identity = $"crm_migration {entity.Length} {entity} {source.Length} {source} ";

    public override SourceKey? Place(SourceKey key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{identity}{key}"), hash);
        hash[Version] = (byte)((hash[Version] & 0x0f) | 0x80);
        hash[Variant] = (byte)((hash[Variant] & 0x3f) | 0x80);
        return new SourceKey(new Guid(hash[..16], bigEndian: true).ToString());
    }
}
