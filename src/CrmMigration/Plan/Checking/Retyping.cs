using System.Globalization;
using System.Text.RegularExpressions;

namespace CrmMigration.Plan.Checking;

/// <summary>A column that has another type than before: whether each value that it could hold is the same value still.</summary>
internal static partial class Retyping
{
    // Every value of a type is one of those behind it.
    private static readonly string[] Integers = ["smallint", "integer", "bigint"];

    private static readonly string[] Texts = ["character varying", "text"];

    private static readonly string[] Times =
        ["timestamp without time zone", "timestamp with time zone", "time without time zone", "time with time zone"];

    /// <param name="before">As PostgreSQL writes types: <c>character varying(10)</c>.</param>
    public static bool KeepsValues(string before, string now)
    {
        var (old, @new) = (Parts(before), Parts(now));
        return before == now
            || (Texts.Contains(old.Name) && Texts.Contains(@new.Name))
            || (Integers.Contains(old.Name) && Array.IndexOf(Integers, @new.Name) > Array.IndexOf(Integers, old.Name))
            || (Times.Contains(old.Name) && old.Name == @new.Name && (@new.Numbers is [] || (old.Numbers is [var digits] && digits <= @new.Numbers[0])))
            || (old.Name == "numeric" && @new.Name == "numeric" && IsWider(old.Numbers, @new.Numbers));
    }

    // Digits before the point, and behind it.
    private static bool IsWider(int[] old, int[] @new) =>
        @new is [] || (old is [var digits, var scale] && @new is [var more, var finer] && finer >= scale && more - finer >= digits - scale);

    private static (string Name, int[] Numbers) Parts(string type)
    {
        var match = Modifier().Match(type);
        return match.Success
            ? (type.Remove(match.Index, match.Length), [.. match.Groups[1].Value.Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture))])
            : (type, []);
    }

    [GeneratedRegex(@"\((-?\d+(?:,-?\d+)?)\)")]
    private static partial Regex Modifier();
}
