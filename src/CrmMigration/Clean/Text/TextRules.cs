namespace CrmMigration.Clean.Text;

/// <summary>Why a text could not be changed as the plan asks, or what it lost by it.</summary>
internal static class TextRules
{
    public static readonly Rule Cut =
        new("truncate.cut", "The value was longer than the plan allows, and its end was cut off as the plan asks.");

    public static readonly Rule TooSlow =
        new("replace.too-slow", "Searching the value for the plan's pattern took too long, so it was given up.");

    public static readonly Rule TooLong =
        new("replace.too-long", "Replacing the plan's pattern made the value many times longer, so it was given up.");

    public static readonly Rule NotListed =
        new("value-map.unknown", "The value is not in the plan's list of values, so it is not known what it becomes.");

    public static readonly Rule PartsLeftOut =
        new("split.left-out", "The value has more parts than the plan has columns for, and the others were left out.");

    public static IEnumerable<Rule> All => [Cut, TooSlow, TooLong, NotListed, PartsLeftOut];
}
