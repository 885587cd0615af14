using System.Globalization;

namespace CrmMigration.Clean.Typed;

/// <summary>
/// Takes off what stands around a number's digits: signs on either side, the brackets of accountants, currencies, percent signs, and the
/// dash of prices without cents (12,-).
/// </summary>
internal ref struct NumberFrame
{
    private bool isSigned;

    private NumberFrame(ReadOnlySpan<char> text) => Core = text;

    /// <summary>The digits with their signs for decimals and thousands.</summary>
    public ReadOnlySpan<char> Core { get; private set; }

    public bool IsNegative { get; private set; }

    public bool IsPercent { get; private set; }

    /// <summary>ISO codes that the currency may be of, by blanks; empty for an unknown one, null for none.</summary>
    public string? Currencies { get; private set; }

    public static NumberFrame Of(ReadOnlySpan<char> text)
    {
        var frame = new NumberFrame(BlankSpace.Trim(text));
        while (!frame.Core.IsEmpty && (frame.TryFront() || frame.TryEnd()))
        {
            frame.Core = BlankSpace.Trim(frame.Core);
        }

        return frame;
    }

    private bool TryFront()
    {
        var c = NormalForm.Narrow(Core[0]);
        if (c == '(' && NormalForm.Narrow(Core[^1]) == ')' && !isSigned)
        {
            return Sign(true, Core[1..^1]);
        }

        if ((IsMinus(c) || c == '+') && !isSigned)
        {
            return Sign(c != '+', Core[1..]);
        }

        return TryPercent(c, Core[1..]) || ((char.IsLetter(c) || IsCurrency(c)) && TryCurrency(Core[..FrontLength()], false));
    }

    private bool TryEnd()
    {
        var c = NormalForm.Narrow(Core[^1]);
        if (IsMinus(c))
        {
            return TryNoCents() || (!isSigned && Sign(true, Core[..^1]));
        }

        return TryPercent(c, Core[..^1])
            || ((char.IsLetter(c) || IsCurrency(c) || (c == '.' && Core.Length > 1 && char.IsLetter(Core[^2]))) && TryCurrency(Core[EndStart()..], true));
    }

    private bool Sign(bool isNegative, ReadOnlySpan<char> rest)
    {
        (IsNegative, isSigned) = (isNegative, true);
        Core = rest;
        return true;
    }

    // 12,- and 12.--: the dashes stand for the cents that are not there.
    private bool TryNoCents()
    {
        var end = Core.Length;
        while (end > 0 && IsMinus(NormalForm.Narrow(Core[end - 1])))
        {
            end--;
        }

        var isPrice = end > 1 && Core[end - 1] is '.' or ',' && char.IsDigit(Core[end - 2]);
        Core = isPrice ? Core[..(end - 1)] : Core;
        return isPrice;
    }

    private bool TryPercent(char c, ReadOnlySpan<char> rest)
    {
        if (c is not ('%' or '٪') || IsPercent)
        {
            return false;
        }

        IsPercent = true;
        Core = rest;
        return true;
    }

    private bool TryCurrency(ReadOnlySpan<char> mark, bool isBehind)
    {
        var found = CurrencyMarks.Find(mark);
        if (found is null && mark.Contains('.'))
        {
            mark = isBehind ? mark.TrimStart('.') : mark.TrimEnd('.');
            found = CurrencyMarks.Find(mark);
        }

        if (found is null || (Currencies is { } other && !CurrencyMarks.Agree(found, other)))
        {
            return false;
        }

        Currencies = Currencies is null || found.Length < Currencies.Length ? found : Currencies;
        Core = isBehind ? Core[..^mark.Length] : Core[mark.Length..];
        return true;
    }

    private readonly int FrontLength()
    {
        var length = 1;
        while (length < Core.Length && IsInMark(Core[length]) && length <= CurrencyMarks.Longest)
        {
            length++;
        }

        return length;
    }

    private readonly int EndStart()
    {
        var start = Core.Length - 1;
        while (start > 0 && IsInMark(Core[start - 1]) && Core.Length - start <= CurrencyMarks.Longest)
        {
            start--;
        }

        return start;
    }

    private static bool IsInMark(char c) => char.IsLetter(c) || IsCurrency(c) || c is '.' or '/';

    private static bool IsCurrency(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.CurrencySymbol;

    private static bool IsMinus(char c) => c is '-' or '−' or '‐' or '‑' or '‒' or '–' or '—' or '﹣';
}
