using Npgsql;

namespace CrmMigration.Load;

/// <summary>Begins and ends a binary COPY into a table.</summary>
internal static class CopyIn
{
    // Signature, no flags, no header extension (PostgreSQL manual, COPY, "Binary Format").
    private static ReadOnlySpan<byte> Header =>
        [(byte)'P', (byte)'G', (byte)'C', (byte)'O', (byte)'P', (byte)'Y', (byte)'\n', 0xff, (byte)'\r', (byte)'\n', 0, 0, 0, 0, 0, 0, 0, 0, 0];

    private static ReadOnlySpan<byte> Trailer => [0xff, 0xff];

    public static NpgsqlRawCopyStream Begin(NpgsqlConnection target, string table, string columns)
    {
        var copy = target.BeginRawBinaryCopy($"copy {table} ({columns}) from stdin (format binary)");
        copy.Write(Header);
        return copy;
    }

    /// <summary>Ends the data; the server's refusal of any row comes out here.</summary>
    public static void End(NpgsqlRawCopyStream copy)
    {
        copy.Write(Trailer);
        copy.Dispose();
    }

    /// <summary>Breaks the COPY off. Disposing alone would complete it with the rows sent so far.</summary>
    public static void Abandon(NpgsqlRawCopyStream copy)
    {
        try
        {
            copy.Cancel();
        }
        catch (NpgsqlException)
        {
            // The connection is gone, or the server had refused already: nothing is left to break off.
        }
        catch (ObjectDisposedException)
        {
            // It had ended.
        }
    }
}
