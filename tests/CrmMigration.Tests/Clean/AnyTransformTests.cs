using System.Text;
using CrmMigration.Clean;
using CrmMigration.Clean.Places;
using CrmMigration.Clean.Privacy;
using CrmMigration.Clean.Text;
using CrmMigration.Clean.Typed;
using Xunit;

namespace CrmMigration.Tests.Clean;

/// <summary>What holds for every transform and any text.</summary>
public class AnyTransformTests
{
    private const string Alphabet =
        "aZxéIvßİıΣσς09+-−@.,;:/#'\"()[]&_%$€ \t\r\n\u00A0\u202F\u0301\u1100\u1161\u200B\u200D\u202E\u3000\uD800\uDC00\uFF10\uFF0E٣٫\0\uFFFF日한क";

    private static readonly string[] Words =
        ["van", "der", "de", "la", "III", "iv", "mcdonald", "O'BRIEN", "GmbH", "'t", "n/a", "-", "31.12.2020", "2/3/04", "März", "1.234,56", "(5)",
         "EUR", "12 %", "1e9", "yes", "Korea", "Republic", "of", "U.S.A.", "/", ",", "DE", "SW1A 1AA", "j***@x.org", "***", "i̇", "ǆ", "🇩🇪", "e\u0301"];

    public static TheoryData<string> Names => [.. All.Keys];

    private static Dictionary<string, (TextCleaner Cleaner, bool IsForDoingTwice)> All { get; } = new()
    {
        ["titleCase"] = (new TitleCaseCleaner(["IKEA", "iPhone"]), true),
        ["nullIf"] = (new NullIfCleaner(["x", "03"], true), true),
        ["replace"] = (new ReplaceCleaner(Pattern(@"a|(\s+)", "[$1]")), false),
        ["replace, going back"] = (new ReplaceCleaner(Pattern(@"(.)\1", "$1")), false),
        ["truncate"] = (new TruncateCleaner(7), true),
        ["pad"] = (new PadCleaner(9, new Rune('0'), false), true),
        ["valueMap"] = (new ValueMapCleaner(new Dictionary<string, string> { ["x"] = "x" }) { Otherwise = "x" }, true),
        ["split"] = (new SplitCleaner("/", 2), false),
        ["split from the end"] = (new SplitCleaner(" ", -2), false),
        ["date"] = (new DateCleaner([Format("dd.MM.yyyy"), Format("d/M/yy"), Format("d MMM yyyy HH:mm"), Format("excel")], true), true),
        ["number"] = (new NumberCleaner(new() { Percent = PercentReading.Fraction }), true),
        ["number of the continent"] = (new NumberCleaner(new() { Signs = new(',', '.'), IsWhole = true }), false),
        ["boolean"] = (new BooleanCleaner(["x"], ["/"], true), true),
        ["country"] = (new CountryCleaner(), true),
        ["postalCode"] = (new PostalCodeCleaner("GB"), true),
        ["postalCode of none"] = (new PostalCodeCleaner("HK"), true),
        ["hash"] = (new HashCleaner(new byte[32]), false),
        ["mask"] = (new MaskCleaner(2, 1), true),
        ["mask of e-mail"] = (new EmailMaskCleaner(1), true),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Random_text_never_throws_and_keeps_to_its_room(string name)
    {
        var random = new Random(20261126);

        for (var round = 0; round < 5_000; round++)
        {
            AssertHolds(name, round % 2 == 0
                ? new string(random.GetItems<char>(Alphabet, random.Next(40)))
                : string.Join(random.Next(4) == 0 ? "" : " ", random.GetItems(Words, random.Next(7))));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Two_hundred_thousand_characters_take_linear_work(string name)
    {
        var cleaner = All[name].Cleaner;
        var destination = new char[cleaner.MostWritten(200_000)];

        foreach (var part in (string[])["(", "1", "1,", "1 ", "a", "A ", "a/", "/", "'", "-", ".", "€", "€ ", "e\u0301", "\u0301", "\uD800", "\u200B", "🇩🇪", "van ", "*@", "0", "mc", "\r\n"])
        {
            AssertHolds(name, Repeat(part, 200_000));
            LinearWork.Assert(characters => Repeat(part, characters), 200_000, text => cleaner.Clean(text, destination));
        }
    }

    private static void AssertHolds(string name, string raw)
    {
        var (cleaner, isForDoingTwice) = All[name];
        var (value, rule) = Transforming.By(cleaner, raw);
        if (isForDoingTwice && value is not null && !(cleaner is TitleCaseCleaner && LetterCase.Of(value) == LetterCasing.Upper))
        {
            Assert.Equal((raw, value, null), (raw, Transforming.By(cleaner, value).Value, Transforming.By(cleaner, value).Rule));
        }

        if (rule is not null)
        {
            Assert.NotNull(CleaningRules.Find(rule));
        }

        if (rule is not null && value is null && raw.Length < 1_000 && Transforming.Suggestion(cleaner, raw) is { } suggestion)
        {
            Assert.Null(Transforming.By(cleaner, suggestion).Rule);
        }
    }

    private static string Repeat(string part, int length) => string.Concat(Enumerable.Repeat(part, length / part.Length));

    private static ReplacementPattern Pattern(string pattern, string with)
    {
        Assert.True(ReplacementPattern.TryParse((pattern, with), false, out var parsed, out var fault), fault);
        return parsed!;
    }

    private static DateFormat Format(string text)
    {
        Assert.True(DateFormat.TryParse(text, 1930, out var format, out var fault), fault);
        return format;
    }
}
