using System.Buffers.Binary;
using System.Text;

namespace CrmMigration.Sync.Log;

/// <summary>
/// Takes one message of the plug-in pgoutput apart, protocol 1, as PostgreSQL's documentation gives it ("Logical Replication Message Formats").
/// Numbers are big-endian, texts end with a zero.
/// </summary>
internal ref struct PgOutput(ReadOnlySpan<byte> message)
{
    private ReadOnlySpan<byte> rest = message;

    public char Letter() => (char)Take(1)[0];

    public short Short() => BinaryPrimitives.ReadInt16BigEndian(Take(2));

    public uint Number() => BinaryPrimitives.ReadUInt32BigEndian(Take(4));

    public ulong Long() => BinaryPrimitives.ReadUInt64BigEndian(Take(8));

    public string Text()
    {
        var length = rest.IndexOf((byte)0);
        var text = Encoding.UTF8.GetString(Take(length));
        Take(1);
        return text;
    }

    /// <summary>One column of a row, by its place; null where the log does not give its value.</summary>
    public string? Column(int place)
    {
        var columns = Short();
        string? found = null;
        for (var column = 0; column < columns; column++)
        {
            // n: null, or none of the identity; u: as it was, and too long to be told again.
            if (Letter() is 't' or 'b')
            {
                var value = Take((int)Number());
                found = column == place ? Encoding.UTF8.GetString(value) : found;
            }
        }

        return found;
    }

    private ReadOnlySpan<byte> Take(int bytes)
    {
        var taken = rest[..bytes];
        rest = rest[bytes..];
        return taken;
    }
}
