namespace CrmMigration.Clean.Typed;

/// <summary>
/// A number as PostgreSQL reads it, <c>-1234.50</c>, of a text as people and other programs write it. The digits are those of the text, as many
/// as there are; nothing is rounded, and zeros at the end stay. Doing it twice changes nothing more where the point is the sign for decimals.
/// </summary>
public sealed class NumberCleaner(NumberSettings settings) : TextCleaner
{
    public override int MostWritten(int length) => length + NumberText.Growth;

    public override Cleaned Clean(ReadOnlySpan<char> text, Span<char> destination) => Read(text, settings.Signs, destination);

    /// <summary>Where only the signs for decimals and thousands are wrong: the number that the other ones make of it.</summary>
    public override int Suggest(ReadOnlySpan<char> text, Span<char> destination)
    {
        if (Read(text, settings.Signs, destination).Rule == TypedRules.Separators)
        {
            foreach (var signs in settings.Signs.Others)
            {
                if (Read(text, signs, destination) is { Rule: null, Length: var length })
                {
                    return length;
                }
            }
        }

        return 0;
    }

    private Cleaned Read(ReadOnlySpan<char> text, NumberSigns signs, Span<char> destination)
    {
        var frame = NumberFrame.Of(text);
        if (frame.Core.IsEmpty)
        {
            return BlankSpace.Trim(text).IsEmpty ? Cleaned.Blank : new(0, TypedRules.NotANumber);
        }

        var number = new NumberText(destination);
        var fault = number.Read(frame.Core, signs)
            ?? (frame.IsPercent && settings.Percent == PercentReading.Refuse ? TypedRules.Percent : null)
            ?? (IsOther(frame.Currencies) ? TypedRules.OtherCurrency : null);
        if (fault is not null)
        {
            return new(0, fault);
        }

        number.Shift(frame.IsPercent && settings.Percent == PercentReading.Fraction ? -2 : 0);
        return settings.IsWhole && !number.TryCutZeros() ? new(0, TypedRules.NotWhole) : new(number.Sign(frame.IsNegative), null);
    }

    private bool IsOther(string? named) =>
        settings.Currency is { } wanted && named is not null && (named.Length == 0 || !CurrencyMarks.Agree(wanted, named));
}
