using System.Collections.Frozen;

namespace CrmMigration.Clean.Emails.Typos;

/// <summary>
/// Which endings of domain names exist, as far as that is needed to tell a slip (.con) from a country (.co): all of two letters, all of
/// three, and the longer ones that look like .com, .net or .org. From the list of the IANA of 2025; the countries' list changes seldom.
/// </summary>
internal static class TopLevels
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Existing =
        """
        ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bv bw by bz ca cc cd cf cg ch ci ck cl
        cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt
        gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly
        ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr
        ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sj sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt
        tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw
        biz cat com edu gov int mil net org pro tel xxx aaa abb abc aco ads aeg afl aig anz aol app art aws axa bar bbc bbt bcg bcn bet bid
        bio bms bmw bom boo bot box buy bzh cab cal cam car cba cbn cbs ceo cfa cfd cpa crs dad day dds dev dhl diy dnp dog dot dtv dvr eat
        eco esq eus fan fit fly foo fox frl ftr fun fyi gal gap gay gdn gea gle gmo gmx goo gop got hbo hiv hkt hot how ibm ice icu ifm inc
        ing ink ist itv jcb jio jll jmp jnj jot joy kfh kia kim kpn krd lat law lds llc llp lol lpl ltd man map mba med men mit mlb mls mma
        moe moi mom mov msd mtn mtr nab nba nec new nfl ngo nhk now nra nrw ntt nyc obi one ong onl ooo ott ovh pay pet phd pid pin pnc pru
        pub pwc red ren ril rio rip run rwe sap sas sbi sbs sca scb sew sex sfr ski sky soy spa srl stc tab tax tci tdk thd tjx top trv tui
        tvs ubs uno uol ups vet vig vin vip win wme wow wtc wtf xin xyz you yun zip
        coop best camp cool cyou diet ford gent goog meet news next porn reit rent rest room scot seat song work info name arpa mobi asia
        test example invalid localhost local
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
        .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Certain for up to three letters; a longer ending that is not known may exist all the same.</summary>
    public static bool Exists(ReadOnlySpan<char> ending) => Existing.Contains(ending);

    /// <summary>Whether names are registered below this label of a country: co in example.co.uk.</summary>
    public static bool IsSecondLevel(ReadOnlySpan<char> label) =>
        label is "co" or "com" or "net" or "org" or "ac" or "edu" or "gov" or "or" or "ne" or "go" or "gob" or "nom";
}
