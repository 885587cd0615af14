using System.Globalization;
using System.Text;
using CrmMigration.Clean;

namespace CrmMigration.Profile.Tally;

/// <summary>Looks once at a text in UTF-8: how long it is, what shape it has, what is odd about it. Used again for every text.</summary>
internal sealed class TextLook
{
    private static readonly byte[] Kinds = [.. Enumerable.Range(0, 128).Select(c => KindOf((char)c))];
    private static readonly TextSigns[] SignsOfKinds = SignTable();

    private readonly Shape shape = new();
    private byte kind;
    private int run;
    private Rune before;
    private int beforeEnds;

    /// <summary>Code points, as PostgreSQL counts them.</summary>
    public int Characters { get; private set; }

    public TextSigns Signs { get; private set; }

    /// <summary>Valid until the next text.</summary>
    public ReadOnlySpan<byte> Shape => shape.Written;

    public void Read(ReadOnlySpan<byte> text)
    {
        shape.Clear();
        (kind, run, beforeEnds, Characters, Signs) = (0, 0, -1, 0, TextSigns.None);
        for (var i = 0; i < text.Length;)
        {
            Characters++;
            if (text[i] < 0x80)
            {
                Step(Kinds[text[i++]]);
            }
            else
            {
                i += ReadBeyondAscii(text[i..], i);
            }
        }

        if (!text.IsEmpty)
        {
            Flush();
            shape.End();
            Signs |= IsBlankAtEnd(text) ? TextSigns.Padded : TextSigns.None;
        }
    }

    private static byte KindOf(char c) => c switch
    {
        >= 'A' and <= 'Z' => Tally.Shape.Capital,
        >= 'a' and <= 'z' => Tally.Shape.Small,
        >= '0' and <= '9' => Tally.Shape.Digit,
        ' ' => Tally.Shape.Space,
        < ' ' or '\x7f' => Tally.Shape.Control,
        _ => (byte)c,
    };

    private static TextSigns[] SignTable()
    {
        var signs = new TextSigns[128];
        Array.Fill(signs, TextSigns.Visible);
        signs[Tally.Shape.Capital] |= TextSigns.Capital;
        signs[Tally.Shape.Small] |= TextSigns.Small;
        signs[Tally.Shape.Space] = TextSigns.None;
        signs[Tally.Shape.Control] = TextSigns.Control;
        return signs;
    }

    private void Step(byte next)
    {
        if (next == kind)
        {
            run++;
            return;
        }

        if (run > 0)
        {
            Signs |= kind == Tally.Shape.Space && run > 1 && !shape.IsEmpty ? TextSigns.DoubleSpace : TextSigns.None;
            Flush();
        }

        (kind, run) = (next, 1);
    }

    private void Flush()
    {
        if (run > 0)
        {
            Signs |= SignsOfKinds[kind] | (run > 1 && kind is Tally.Shape.Capital or Tally.Shape.Small ? TextSigns.Letters : TextSigns.None);
            shape.Add(kind, run);
        }
    }

    /// <summary>Returns how many bytes the character has.</summary>
    private int ReadBeyondAscii(ReadOnlySpan<byte> rest, int start)
    {
        Rune.DecodeFromUtf8(rest, out var rune, out var length);
        Signs |= rune == Rune.ReplacementChar || (beforeEnds == start && Garbling.Gives(before, rune)) ? TextSigns.Garbled : TextSigns.None;
        (before, beforeEnds) = (rune, start + length);
        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.Format:
                Signs |= TextSigns.Control;
                break;
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark:
                break;
            case var category:
                Step(KindOf(category));
                break;
        }

        return length;
    }

    private static byte KindOf(UnicodeCategory category) => category switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter => Tally.Shape.Capital,
        UnicodeCategory.LowercaseLetter => Tally.Shape.Small,
        UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter => Tally.Shape.Caseless,
        UnicodeCategory.DecimalDigitNumber => Tally.Shape.Digit,
        UnicodeCategory.SpaceSeparator => Tally.Shape.Space,
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => Tally.Shape.Control,
        _ => Tally.Shape.OtherSign,
    };

    private static bool IsBlankAtEnd(ReadOnlySpan<byte> text)
    {
        Rune.DecodeFromUtf8(text, out var first, out _);
        Rune.DecodeLastFromUtf8(text, out var last, out _);
        return IsBlank(first) || IsBlank(last);
    }

    private static bool IsBlank(Rune rune) => rune.IsBmp && BlankSpace.IsBlank((char)rune.Value);
}
