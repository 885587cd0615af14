using System.Text;

namespace CrmMigration.Map;

/// <summary>Room for one value as characters, raw and cleaned. One per mapper, as a mapper works on one row at a time.</summary>
internal sealed class TextScratch
{
    // What a cleaner may write beyond the length of what it reads (its docstring promises less).
    private const int Growth = 64;

    private char[] raw = new char[512];

    public char[] Cleaned { get; private set; } = new char[512 + Growth];

    /// <summary>The value's characters; valid until the next call.</summary>
    public ReadOnlySpan<char> Decode(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > raw.Length)
        {
            raw = new char[utf8.Length * 2];
            Cleaned = new char[raw.Length + Growth];
        }

        return raw.AsSpan(0, Encoding.UTF8.GetChars(utf8, raw));
    }
}
