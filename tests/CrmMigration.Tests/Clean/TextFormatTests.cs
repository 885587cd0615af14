using CrmMigration.Clean;
using Xunit;

namespace CrmMigration.Tests.Clean;

public class TextFormatTests
{
    [Theory]
    [InlineData("{a}, {b} {c}", "x|y|z", "x, y z")]
    [InlineData("{a}, {b} {c}", "x||z", "x, z")]
    [InlineData("{a}, {b} {c}", "|y|z", "y z")]
    [InlineData("{a}, {b} {c}", "x|y|", "x, y")]
    [InlineData("{a}, {b} {c}", "x||", "x")]
    [InlineData("{a}, {b} {c}", "||", "")]
    [InlineData("{a} ({b})", "x|y", "x (y)")]
    [InlineData("{a} ({b})", "x|", "x")]
    [InlineData("{a} ({b}), {c}", "x||z", "x z")]
    [InlineData("{a}, Apt {b}, {c}", "x|y|z", "x, Apt y, z")]
    [InlineData("{a}, Apt {b}, {c}", "x||z", "x, z")]
    [InlineData("No. {a} / {b}.", "x|y", "No. x / y.")]
    [InlineData("No. {a} / {b}.", "|y", "y.")]
    [InlineData("No. {a} / {b}.", "x|", "No. x")]
    [InlineData("{a}{b}", "x|y", "xy")]
    [InlineData("{{{a}}}", "x", "{x}")]
    [InlineData("{a} {a}", "x|x", "x x")]
    public void What_is_absent_leaves_out_its_place(string format, string values, string expected)
    {
        Assert.True(TextFormat.TryParse(format, out var parts, out _));

        var written = Write(parts, values.Split('|'));

        Assert.Equal(expected, written);
    }

    private static string Write(IReadOnlyList<FormatPart> parts, string[] values)
    {
        var (destination, length, separator) = (new char[100], 0, (string?)null);
        foreach (var (part, value) in parts.Zip(values).Where(pair => pair.Second.Length > 0))
        {
            length = TextFormat.Append(part, separator, value, destination, length);
            separator = part.Separator;
        }

        return new(destination, 0, length);
    }
}
