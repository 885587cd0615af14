using CrmMigration.Cli.Sample.Names;

namespace CrmMigration.Cli.Sample.Contacts;

/// <summary>Ranges in which every number has the right length and a prefix in use. Each holds at least 120 million.</summary>
internal static class NumberRanges
{
    private static readonly NumberRange UnitedKingdom = Of(
        "44", 7, "730 731 732 733 734 735 736 737 738 739 753 754 755 756 757 758 759 771 772 773 774 775 776 777");

    private static readonly NumberRange Germany = Of("49", 8, "151 152 157 159");
    private static readonly NumberRange France = Of("33", 7, "60 61 62 64 65 66 67 68 73 74 75 76 77 78 79");
    private static readonly NumberRange Spain = Of("34", 7, "60 61 62 63 64 65 66 67 68 69 71 72 73 74");
    private static readonly NumberRange Italy = Of("39", 7, "320 328 329 331 333 334 335 338 339 340 347 348 349 380 388 389");
    private static readonly NumberRange Brazil = Of("55", 7, "1197 1198 1199 2197 2198 2199 3197 3198 3199 4198 4199 5198 5199");
    private static readonly NumberRange India = Of("91", 8, "98 99");
    private static readonly NumberRange Japan = Of("81", 7, "701 702 703 704 801 802 803 804 805 901 902 903 904 905 906 907 908 909");

    private static readonly NumberRange UnitedStates = new(
        "1", 4, [.. AreaCodes().SelectMany(area => Exchanges().Select(exchange => area + exchange))]);

    public static NumberRange Of(Country country) => country switch
    {
        Country.UnitedKingdom => UnitedKingdom,
        Country.Germany => Germany,
        Country.France => France,
        Country.Spain => Spain,
        Country.Italy => Italy,
        Country.Brazil => Brazil,
        Country.India => India,
        Country.Japan => Japan,
        _ => UnitedStates,
    };

    private static NumberRange Of(string callingCode, int freeDigits, string prefixes) => new(callingCode, freeDigits, prefixes.Split(' '));

    private static string[] AreaCodes() =>
        """
        201 202 206 212 213 214 215 216 248 303 305 312 313 404 407 408 412 415 503 504 510 512 513 516 602 610 614 615 617 619 650 702
        704 713 718 813 858 908 914 916 919 954 973
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    // 200 to 999 without the service codes 211, 311, ...
    private static IEnumerable<string> Exchanges() => Enumerable.Range(200, 800).Where(code => code % 100 != 11).Select(code => $"{code}");
}
