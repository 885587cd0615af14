using CrmMigration.Clean.Text;
using Xunit;

namespace CrmMigration.Tests.Clean.Text;

public class ReplaceTests
{
    [Theory]
    [InlineData(@"\s+", " ", "a \t b\nc", "a b c")]
    [InlineData(@"^0049", "+49", "0049 30", "+49 30")]
    [InlineData(@"(\d+)-(\d+)", "$2/$1", "12-34 and 5-6", "34/12 and 6/5")]
    [InlineData(@"(?<y>\d{4})(?<m>\d\d)", "${m}.${y}", "202412", "12.2024")]
    [InlineData(@"x", "$$", "axb", "a$b")]
    [InlineData(@"b+", "[$0$&]", "abbc", "a[bbbb]c")]
    [InlineData(@"x*", "-", "ab", "-a-b-")]
    [InlineData(@"nothing", "-", "ab", "ab")]
    [InlineData(@"(a)(?=b)", "<$1>", "abac", "<a>bac")]
    public void Every_match_is_replaced(string pattern, string with, string raw, string expected)
    {
        Assert.Equal((expected, null), Transforming.By(Cleaner(pattern, with), raw));
    }

    [Fact]
    public void Letter_case_counts_unless_told_otherwise()
    {
        Assert.Equal(("Mr X", null), Transforming.By(Cleaner("mr ", ""), "Mr X"));
        Assert.Equal(("X", null), Transforming.By(Cleaner("mr ", "", ignoreCase: true), "Mr X"));
    }

    [Theory]
    [InlineData(@"(a+b)+", false)]
    [InlineData(@"(a)\1", true)]
    [InlineData(@"a(?=b)", true)]
    [InlineData(@"(?<!x)a", true)]
    [InlineData(@"(?>a+)b", true)]
    public void A_pattern_says_whether_it_goes_back(string pattern, bool needsBacktracking)
    {
        Assert.True(ReplacementPattern.TryParse((pattern, ""), false, out var parsed, out _));

        Assert.Equal(needsBacktracking, parsed!.NeedsBacktracking);
    }

    [Theory]
    [InlineData("(", "", "the pattern is no regular expression: insufficient closing parentheses at character 1")]
    [InlineData("a", "$1", "the pattern has no group $1")]
    [InlineData("a", "${name}", "the pattern has no group ${name}")]
    [InlineData("a", "5 $", "the dollar sign at character 3 of the replacement stands for nothing; write $$ for a dollar sign")]
    [InlineData("a", "$_", "the dollar sign at character 1 of the replacement stands for nothing; write $$ for a dollar sign")]
    public void What_is_wrong_with_a_pattern_is_told(string pattern, string with, string expected)
    {
        Assert.False(ReplacementPattern.TryParse((pattern, with), false, out _, out var fault));
        Assert.Equal(expected, fault);
    }

    [Fact]
    public void A_search_that_never_ends_makes_the_value_unusable()
    {
        var cleaner = Cleaner(@"^(a+)+(?=b)$", "");

        Assert.Equal((null, "replace.too-slow"), Transforming.By(cleaner, new string('a', 100)));
    }

    [Fact]
    public void A_value_that_grows_without_measure_is_unusable()
    {
        var cleaner = Cleaner("a", new string('b', ReplacementPattern.LongestReplacement));

        Assert.Equal((null, "replace.too-long"), Transforming.By(cleaner, new string('a', 100_000)));
        Assert.Equal(10_000, Transforming.By(cleaner, new string('a', 10)).Value!.Length);
    }

    [Fact]
    public void Ordinary_values_allocate_nothing()
    {
        Transforming.AssertAllocatesNothing(Cleaner(@"\s+", " "), "John  Smith", "JohnSmith");
        Transforming.AssertAllocatesNothing(Cleaner(@"(\d+)-(\d+)", "$2"), "John Smith");
    }

    private static ReplaceCleaner Cleaner(string pattern, string with, bool ignoreCase = false)
    {
        Assert.True(ReplacementPattern.TryParse((pattern, with), ignoreCase, out var parsed, out var fault), fault);
        return new(parsed!);
    }
}
