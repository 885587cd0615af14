using System.Collections.Frozen;
using System.Globalization;

namespace CrmMigration.Clean.Emails.Typos;

/// <summary>
/// The providers that most private addresses are of. Their domains are never taken for typos, and only typos of theirs are corrected. What
/// looks like one of them and is a domain of its own stands here as well, without a reach.
/// </summary>
internal static class MailProviders
{
    // Up to each semicolon: how near a slip must be, the name, its endings.
    private const string Text = """
        13 gmail com co.uk;
        16 googlemail com co.uk;
        16 hotmail com co.uk fr it es de nl be at ca ch cl se dk no fi gr hu cz sk lt lv rs ph my sg ru jp co.jp co.kr co.id co.il
            co.in co.nz co.th co.za com.ar com.au com.br com.hk com.mx com.pe com.tr com.tw com.vn;
        13 outlook com fr es de it at be cl cz dk hu ie in jp kr lv my nl ph pt sa sg sk co.id co.il co.nz co.th co.uk com.ar com.au
            com.br com.gr com.pe com.tr com.vn;
        13 windowslive com;
        12 yahoo com co.uk fr de it es in ca ie gr se dk no pl ro nl be at ch cl cn cz fi hu pt mx jp ph vn co.jp co.in co.id co.kr
            co.nz co.th co.za co.il com.ar com.au com.br com.cn com.co com.hk com.mx com.my com.pe com.ph com.sg com.tr com.tw
            com.ve com.vn;
        13 rocketmail com;
        10 icloud com;
        13 protonmail com ch;
        10 fastmail com fm net co.uk com.au;
        10 hushmail com;
        8 hanmail net;
        13 rediffmail com;
        8 yandex ru com ua by kz;
        8 rambler ru;
        8 seznam cz;
        10 t-online de hu;
        8 freenet de;
        10 wanadoo fr es co.uk;
        8 laposte net;
        8 libero it;
        8 virgilio it;
        8 tiscali it co.uk;
        13 btinternet com;
        13 blueyonder co.uk;
        10 ntlworld com;
        13 virginmedia com;
        8 talktalk net co.uk;
        12 comcast net;
        12 verizon net com;
        13 sbcglobal net;
        13 bellsouth net;
        10 earthlink net;
        8 mindspring com;
        10 frontiernet net;
        10 windstream net;
        10 centurylink net;
        8 bigpond com net.au com.au;
        10 optusnet com.au;
        0 live com co.uk fr it nl de be at ca ch cl cn dk fi hk ie in jp no ru se co.kr co.za com.ar com.au com.mx com.my com.ph
            com.pt com.sg;
        1 aol com co.uk de fr it es nl be at ca ch dk fi pl se jp in kr tw com.ar com.au com.br com.mx;
        1 gmx de net com at ch co.uk fr es eu us org info li ie pt it hk sg tw;
        1 msn com co.uk nl cn; 0 passport com; 1 ymail com; 0 aim com; 0 me com; 0 mac com; 0 proton me; 0 pm me; 0 web de;
        0 mail com ru de ee by bg lv md ua ie me be ch dk fr pt uk; 0 email com de cz it ua; 1 zoho com eu in; 0 inbox com ru lv lt;
        0 hey com; 1 tutanota com de; 0 tuta io com; 0 posteo de net; 0 mailbox org; 0 duck com; 0 pobox com; 0 qq com; 0 163 com;
        0 126 com; 0 yeah net; 0 sina com cn com.cn; 0 sohu com; 1 foxmail com; 0 aliyun com; 0 naver com; 0 daum net; 0 nate com;
        0 rediff com; 0 sify com; 0 ya ru; 0 list ru; 0 bk ru; 0 ukr net; 0 i ua; 0 abv bg; 0 centrum cz sk; 0 email cz; 0 azet sk;
        0 zoznam sk; 0 wp pl; 0 o2 pl co.uk; 0 onet pl eu; 0 interia pl eu; 0 op pl; 0 freemail hu; 0 citromail hu; 0 online de;
        0 arcor de; 0 vodafone de it co.uk; 0 kabelmail de; 0 bluewin ch; 0 sunrise ch; 0 hispeed ch; 0 chello at nl; 0 aon at;
        0 orange fr net es pl; 0 free fr; 0 sfr fr; 0 neuf fr; 0 bbox fr; 0 numericable fr; 0 club-internet fr; 0 voila fr;
        0 alice it fr; 0 tin it; 0 iol it; 0 inwind it; 0 fastwebnet it; 0 poste it; 0 pec it; 0 telefonica net;
        0 terra com es com.br com.mx cl com.ar; 0 ono com; 0 euskaltel net; 0 sapo pt; 0 netcabo pt; 0 clix pt; 0 skynet be;
        0 telenet be; 0 scarlet be; 0 proximus be; 0 ziggo nl; 0 kpnmail nl; 0 kpnplanet nl; 0 planet nl; 0 home nl; 0 hetnet nl;
        0 xs4all nl; 0 casema nl; 0 upcmail nl; 0 telia com se; 0 spray se; 0 bredband net; 0 comhem se; 0 online no; 0 mail dk;
        0 stofanet dk; 0 luukku com; 0 kolumbus fi; 0 eircom net; 0 btopenworld com; 0 btconnect com; 0 bt com; 0 virgin net;
        0 sky com; 0 plusnet com; 0 freeserve co.uk; 0 fsmail net; 0 lineone net; 0 otenet gr; 0 walla co.il com;
        0 netvision net.il; 0 ttmail com; 0 mynet com; 0 att net com; 0 ameritech net; 0 pacbell net; 0 swbell net;
        0 prodigy net net.mx; 0 flash net; 0 cox net; 0 charter net; 0 spectrum net; 0 rr com; 1 roadrunner com; 1 juno com;
        1 netzero net com; 0 netscape net com; 0 compuserve com; 1 optonline net; 0 optimum net; 0 frontier com; 0 centurytel net;
        1 embarqmail com; 1 suddenlink net; 0 mchsi com; 0 cableone net; 0 wowway com; 0 tds net; 0 q com; 0 ptd net; 0 rcn com;
        0 usa com net; 0 excite com; 0 lycos com de co.uk it es nl; 0 bigfoot com; 0 rogers com; 0 bell net ca; 0 shaw ca;
        0 telus net; 1 sympatico ca; 0 videotron ca; 0 cogeco ca; 0 eastlink ca; 0 mts net; 0 iinet net.au; 0 tpg com.au;
        0 westnet com.au; 0 ozemail com.au; 0 xtra co.nz; 0 slingshot co.nz; 0 mweb co.za; 0 vodamail co.za; 0 telkomsa net;
        0 uol com.br; 0 bol com.br; 0 ig com.br; 0 globo com; 0 oi com.br; 0 docomo ne.jp; 0 ezweb ne.jp; 0 softbank ne.jp;
        0 nifty com; 0 biglobe ne.jp; 0 singnet com.sg; 0 google com; 0 microsoft com; 0 facebook com; 0 apple com;
        """;

    private static readonly MailProvider[] All =
        [.. Text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Read)];

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Domains =
        All.SelectMany(provider => provider.Endings.Select(ending => $"{provider.Name}.{ending}"))
            .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, MailProvider>.AlternateLookup<ReadOnlySpan<char>> ByName =
        All.DistinctBy(provider => provider.Name).ToFrozenDictionary(provider => provider.Name, StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Those whose name is guessed at.</summary>
    public static MailProvider[] Guessed { get; } = [.. All.Where(provider => provider.Reach > 1)];

    /// <summary>Whether it is a domain of one of them.</summary>
    /// <param name="domain">In small letters.</param>
    public static bool Know(ReadOnlySpan<char> domain) => Domains.Contains(domain);

    /// <summary>The one of exactly this name, under whatever ending.</summary>
    public static MailProvider? Find(ReadOnlySpan<char> name) => ByName.TryGetValue(name, out var provider) ? provider : null;

    private static MailProvider Read(string entry)
    {
        var words = entry.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        return new(words[1], words[2..], int.Parse(words[0], CultureInfo.InvariantCulture));
    }
}
