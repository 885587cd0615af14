namespace CrmMigration.Profile.Tally;

/// <summary>
/// Writes the shape of a text: <c>Aa+ Aa+</c>, <c>9(3)-9(4)</c>, <c>a+9(2)@a+.a+</c>. A and a are capital and small letters, L is a letter without
/// case, 9 a digit; + means several, (n) how many digits. A run of spaces is one, and none at the ends; § is any sign beyond ASCII, ¤ a control character. A shape
/// never holds a letter or digit of the text.
/// </summary>
internal sealed class Shape
{
    public const byte Capital = (byte)'A';
    public const byte Small = (byte)'a';
    public const byte Caseless = (byte)'L';
    public const byte Digit = (byte)'9';
    public const byte Space = (byte)' ';
    public const byte Control = 1;
    public const byte OtherSign = 2;

    private const int Longest = 40;
    private const int MostOfOneSign = 3;

    private readonly byte[] written = new byte[(2 * Longest) + 16];
    private int length;

    public ReadOnlySpan<byte> Written => written.AsSpan(0, length);

    public bool IsEmpty => length == 0;

    public void Clear() => length = 0;

    /// <summary>Ends a shape: without a space at its end, and in an e-mail address digits are not counted, as they number its owner's namesakes.</summary>
    public void End()
    {
        length -= length > 0 && written[length - 1] == Space ? 1 : 0;
        if (Written.Contains((byte)'@'))
        {
            ForgetDigits();
        }
    }

    /// <summary>Adds a run of one kind of character.</summary>
    /// <param name="kind">One of the constants, or the ASCII sign itself.</param>
    public void Add(byte kind, int run)
    {
        if (length >= Longest)
        {
            Cut();
            return;
        }

        switch (kind)
        {
            case Capital or Small or Caseless:
                Put(kind);
                PutIf(run > 1, (byte)'+');
                break;
            case Digit:
                PutDigits(run);
                break;
            case Space:
                PutIf(length > 0, kind);
                break;
            default:
                PutSigns(kind, Math.Min(run, MostOfOneSign));
                break;
        }
    }

    private void PutDigits(int run)
    {
        Put(Digit);
        if (run > 1)
        {
            Put((byte)'(');
            run.TryFormat(written.AsSpan(length), out var digits);
            length += digits;
            Put((byte)')');
        }
    }

    private void PutSigns(byte kind, int times)
    {
        for (var i = 0; i < times; i++)
        {
            PutIf(kind is Control or OtherSign, 0xc2);
            Put(kind switch { Control => 0xa4, OtherSign => 0xa7, _ => kind });
        }
    }

    // … in UTF-8, once.
    private void Cut()
    {
        ReadOnlySpan<byte> more = "…"u8;
        if (!Written.EndsWith(more))
        {
            more.CopyTo(written.AsSpan(length));
            length += more.Length;
        }
    }

    private void Put(byte one) => written[length++] = one;

    private void PutIf(bool wanted, byte one)
    {
        if (wanted)
        {
            Put(one);
        }
    }

    // 9(3) and 9 become 9+.
    private void ForgetDigits()
    {
        var (from, to) = (0, 0);
        Span<byte> kept = stackalloc byte[written.Length];
        while (from < length)
        {
            kept[to++] = written[from];
            if (written[from++] == Digit)
            {
                kept[to++] = (byte)'+';
                from += from < length && written[from] == (byte)'(' ? Written[from..].IndexOf((byte)')') + 1 : 0;
            }
        }

        kept[..to].CopyTo(written);
        length = to;
    }
}
