namespace CrmMigration.Clean.Typed;

/// <summary>Why a text is no date, number or yes-or-no, or what it lost when it became one.</summary>
internal static class TypedRules
{
    public static readonly Rule DateUnreadable =
        new("date.unreadable", "The value is not written in any of the date formats that the plan lists.");

    public static readonly Rule DateImpossible =
        new("date.impossible", "The value is written like a date, but the calendar has no such day or the clock no such time.");

    public static readonly Rule DateAmbiguous =
        new("date.ambiguous", "Two of the plan's date formats read two different days in the value, and it is not clear which one is meant.");

    public static readonly Rule TimeLeftOut =
        new("date.time-left-out", "The date was kept without its time of day, because the plan asks for the date alone.");

    public static readonly Rule NotANumber =
        new("number.not-a-number", "The value is not a number.");

    public static readonly Rule Separators =
        new("number.separators", "The points, commas or spaces in the number do not stand where the plan's signs for decimals and thousands can.");

    public static readonly Rule Percent =
        new("number.percent", "The value is a percentage, and the plan does not say what becomes of those.");

    public static readonly Rule NotWhole =
        new("number.not-whole", "The number has a fraction, and the plan asks for whole numbers.");

    public static readonly Rule OtherCurrency =
        new("number.other-currency", "The amount is in another currency than the plan expects.");

    public static readonly Rule NotYesOrNo =
        new("boolean.unknown", "The value is none of the words that stand for yes or no.");

    public static IEnumerable<Rule> All =>
    [
        DateUnreadable, DateImpossible, DateAmbiguous, TimeLeftOut, NotANumber, Separators, Percent, NotWhole, OtherCurrency, NotYesOrNo,
    ];
}
