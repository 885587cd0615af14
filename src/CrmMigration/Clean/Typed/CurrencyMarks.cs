using System.Collections.Frozen;
using System.Globalization;

namespace CrmMigration.Clean.Typed;

/// <summary>What stands beside amounts of money: the codes of ISO 4217, signs, and the abbreviations of everyday life.</summary>
internal static class CurrencyMarks
{
    public const int Longest = 8;

    private const string Dollars = "USD CAD AUD NZD HKD SGD MXN ARS CLP COP TWD BRL";

    // Codes without a mark of their own.
    private const string Codes =
        """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK
        DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR
        KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB
        PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS
        UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL DEM FRF ITL ESP ATS BEF NLG PTE FIM IEP GRD LUF HRK EEK LVL LTL
        SKK SIT MTL CYP
        """;

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> ByMark = Read(
        ("EUR", "€ euro euros eur."), (Dollars, "$ dollar dollars"), ("USD", "US$ USD$ $US"), ("CAD", "CA$ CAD$ C$ CDN CDN$"), ("AUD", "A$ AU$ AUD$"),
        ("NZD", "NZ$"), ("HKD", "HK$"), ("SGD", "S$ SG$"), ("TWD", "NT$"), ("BRL", "R$"), ("MXN", "MX$"), ("GBP EGP LBP GIP FKP SHP", "£"),
        ("GBP", "stg pound pounds"), ("JPY CNY", "¥ ￥"), ("JPY", "円 yen JP¥"), ("CNY", "元 RMB CN¥ yuan"), ("KRW", "₩ 원 won"), ("INR", "₹"),
        ("INR PKR LKR NPR MUR", "Rs Rs. ₨"), ("RUB", "₽ руб руб. р р."), ("UAH", "₴ грн грн."), ("PLN", "zł zl zł."), ("CZK", "Kč Kc"),
        ("HUF", "Ft Ft."), ("SEK NOK DKK ISK CZK", "kr kr."), ("CHF", "Fr. SFr SFr. Fr"), ("RON MDL", "lei leu"), ("BGN", "лв лв. lv lv."), ("RSD", "din din."),
        ("HRK", "kn"), ("TRY", "₺ TL"), ("ILS", "₪ NIS"), ("THB", "฿ baht"), ("VND", "₫"), ("PHP", "₱"), ("NGN", "₦"), ("GEL", "₾"), ("KZT", "₸ тг"),
        ("IDR", "Rp Rp."), ("MYR", "RM"), ("ZAR", "R"), ("PEN", "S/ S/."), ("AED", "Dhs Dh"), ("SAR QAR YER OMR", "SR"), ("DEM", "DM"));

    /// <summary>The codes that a mark may stand for, by blanks; empty for a currency sign that is not listed, null for no mark at all.</summary>
    public static string? Find(ReadOnlySpan<char> mark) =>
        mark.Length is 0 or > Longest ? null
        : ByMark.TryGetValue(mark, out var codes) ? codes
        : mark.Length == 1 && char.GetUnicodeCategory(mark[0]) == UnicodeCategory.CurrencySymbol ? ""
        : null;

    public static bool IsCode(string text) => text.Length == 3 && ByMark.TryGetValue(text, out var codes) && codes == text;

    /// <summary>Whether two marks may mean one currency, such as $ and CAD.</summary>
    public static bool Agree(string codes, string others)
    {
        foreach (var code in codes.AsSpan().Split(' '))
        {
            if (others.AsSpan().Contains(codes.AsSpan()[code], StringComparison.Ordinal))
            {
                return true;
            }
        }

        return codes.Length == 0 || others.Length == 0;
    }

    private static FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Read(params (string Codes, string Marks)[] lists) =>
        Codes.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(code => KeyValuePair.Create(code, code))
            .Concat(lists.SelectMany(list => list.Marks.Split(' ').Select(mark => KeyValuePair.Create(mark, list.Codes))))
            .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
