namespace CrmMigration.Clean.Names;

/// <summary>
/// The words that names are built with, in lower case and without dots. Kept to words that seldom mislead: each one costs the names that
/// it is part of.
/// </summary>
internal static class NameVocabulary
{
    public static IEnumerable<(NameWord Meaning, string Words)> Lists =>
    [
        (NameWord.Title,
            """
            mr mrs ms miss mx mister madam messrs dr drs prof professor rev revd reverend fr sir dame msgr monsignor rabbi imam
            lt lieutenant col colonel gen maj capt captain cpt sgt sergeant cpl corporal pvt cmdr commander adm admiral brig ltgen ltcol
            ltcdr
            ltgov majgen briggen sgtmaj rt congressman congresswoman senator representative councillor councilman councilwoman
            assemblyman assemblywoman alderman magistrate governor mayor ambassador superintendent archbishop comte comtesse
            herr frau fräulein dipl-ing dipl-kfm ing mgr judr mudr phdr rndr mme mlle monsieur madame mademoiselle maître
            señor señora señorita sra srta doña dña lic dott dottssa dottoressa sig signor signora signorina avv dhr mevr mevrouw meneer
            shri smt fru frk dra exmo exma ilmo ilma hrh sigra sigrina profssa dr-ing univ-prof datuk encik ustadh ustaz monseigneur г-н г-жа д-р السيد السيدة الدكتور الدكتورة الأستاذ مر מר
            """),
        (NameWord.WeakTitle,
            """
            the honorable honourable hon lord lady father mother sister brother bishop cardinal major general judge justice president
            chancellor doctor doctora pastor deacon state us chief detective officer inspector sr don sheikh sheik shaikh cllr gov sen rep
            amb pres right most very duchess countess
            baroness viscount viscountess first staff master gunnery petty warrant vice rear special agent squadron lance
             brigadier commodore airman seaman private specialist attorney provost principal vicar minister
            secretary deputy assistant associate professora maestro haji hajji
            """),
        (NameWord.DottedTitle, "mag hr doc eng arch geom"),
        (NameWord.TitleRest, "med phil rer nat hc habil hab jur iur oec pol theol dent vet mult eh ing paed techn agr"),
        (NameWord.EndTitle, "mr mrs ms dr prof mme"),
        (NameWord.TitleBehind, "様 さま 殿 氏 先生 さん 님 씨 선생님 귀하 先生様"),
        (NameWord.Suffix,
            """
            jr jnr sr snr ii iii iv vii viii ix phd dphil edd psyd pharmd dds dmd dvm mbbs mbchb frcs frcp mrcp facs facp facc faan fache
            facep faafp faap faia esq mba emba mph mpa mpp mha msc bsc bsn msn dnp llb llm cpa cfa cfp clu chfc cfe cma cisa cissp lutc
            lutcf lncc pmp crna aprn arnp pa-c fnp-bc fnp-c crnp dpt otr sphr phr ccc-slp lcsw lmsw lmft msw mdiv dmin dsc scd meng beng
            bcom bba mphil mres csc 2nd 3rd 4th 5th obe mbe cbe kbe dbe cmg kcmg gcmg cvo kcvo usn usaf usmc ret retd frs
            """),
        (NameWord.WeakSuffix, "i v vi senior junior esquire junr senr filho neto md rn lpn np jd qc aia csi ifma mlis mep ccim gri leed"),
        (NameWord.Credential, "do ma ms ba bs pa pe kc od dc pt ra rd mp jp ea cb dl om ao am ac mfa bfa mft lac "),
        (NameWord.Particle,
            """
            de del della delle dello degli dei dell' dalla dalle dall' dal dai dí di da do das dos du des d' la las los le lo van vande
            vanden
            vander vd von vom vonder zu zum zur der den ter ten te 't op af av al el ul bin ibn binti bint bte a/l a/p s/o d/o
            abu abou ben bar st ste saint sainte san santa sant são mc mac o' ó ní nic uí mhic ap 'n
            بن ابن بنت آل أبو ابو بو בן בת בר אבו фон де дер
            """),
        (NameWord.LeadingParticle,
            "de von vom vander vanden vonder zu zum zur der den ter 't dos das des degli d' ibn bint binti abu mc ó ní uí фон"),
        (NameWord.IberianParticle, "de da do das dos del"),
        (NameWord.BeforeParticle,
            "in aan uit bij onder over tot freiherr freifrau graf gräfin baron baronin edler edle ritter prinz prinzessin fürst fürstin"),
        (NameWord.Small,
            """
            de del della da do dos das du des d' van von vom zu zum zur der den ter ten te 't op af av al el bin ibn binti bint
            y e i und and et og och фон де дер
            """),
        (NameWord.FamilyJoin, "y e i"),
        (NameWord.PersonJoin, "and & + und et og och / или и"),
        (NameWord.PhraseEnd, "law al co cie"),
        (NameWord.Remark, "née nee né geb geborene c/o aka alias fka dba"),
        (NameWord.Organization,
            """
            inc incorporated llc llp ltd limited corp corporation company plc gmbh mbh ohg ggmbh sarl eurl srl pty oyj aps zrt kft ltda
            eireli national federal municipal construction construcciones plumbing trading marketing communications investments catering
            pizza pizzeria bakery motors pharma laboratories labs foods electronics entertainment furniture landscaping roofing wholesale
            imports exports distribution distributors contractors contracting builders payable receivable praxis autohaus stadtwerke
            rechtsanwälte kanzlei apotheke gaststätte versicherung versicherungen bäckerei metzgerei immobilien verlag sparkasse volksbank
            partner société établissements boulangerie pharmacie mairie lycée école sociedad empresa transportes hermanos hnos consultoría
            società comune stichting vereniging gemeente kommun förening
            sro doo ооо оао зао университет university universität université universidad università universiteit institute institut
            instituto foundation stiftung fondation fundación fundação association associação asociación verband verein society hospital
            clinic klinik klinikum clinique ministry ministerium ministère department dept committee commission federation college
            holdings holding enterprises enterprise industries technologies technology solutions services consulting consultants logistics
            pharmaceuticals pharmacy systems software associates partners partnership insurance restaurant hotel library museum academy
            agency studios club centre center group international sons supplies manufacturing engineering properties realty ventures
            株式会社 有限会社 合同会社 有限公司 公司 大学 大學 주식회사
            """),
        (NameWord.OrganizationForm, "ag kg bv nv oy sa spa sas ab"),
        (NameWord.OrganizationOf, "bank church school trust council board city town county office bureau house friends union state league port estate"),
        (NameWord.Household, "family familie famille familia famiglia eheleute ehepaar"),
        (NameWord.Of, "of"),
    ];
}
