using System.Collections.Frozen;

namespace CrmMigration.Clean.Typed;

/// <summary>
/// The months by their names, full, short and in the case that follows a day, in the languages of Europe. Marks and letter case are no
/// difference. Croatian is not among them: its listopad is October where the Polish and Czech one is November.
/// </summary>
internal static class MonthNames
{
    private const int LongestName = 24;

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> ByName = Read("""
        january jan januar jänner jaenner jän janvier janv enero ene gennaio gen janeiro januari januára styczeń stycznia sty leden ledna led
          tammikuu tammikuuta tammi január ianuarie ian ocak oca январь января янв січень січня січ ιανουάριος ιανουαρίου ιαν януари jaanuar
          janvāris janúar
        february feb februar feber februari feberuar février févr fév febrero febbraio fevereiro fev luty lutego lut únor února úno helmikuu
          helmikuuta helmi február februára februarie şubat şub февраль февраля фев февр лютий лютого лют φεβρουάριος φεβρουαρίου φεβ
          φλεβάρης февруари veebruar februāris febrúar
        march mar märz mär mrz maerz mars marzo março maart mrt marts marzec marca březen března bře maaliskuu maaliskuuta maalis március márc
          martie mart март марта мар березень березня бер μάρτιος μαρτίου μαρ märts
        april apr avril avr abril abr aprile kwiecień kwietnia kwi duben dubna dub huhtikuu huhtikuuta huhti április ápr apríla aprilie nisan
          nis апрель апреля апр квітень квітня кві απρίλιος απριλίου απρ април aprill aprīlis
        may mai mayo maggio mag maio mei maj maja květen května kvě toukokuu toukokuuta touko május máj mája mayıs май мая травень травня тра
          μάιος μαΐου μάι maí maijs
        june jun juni juin junio giugno giu junho czerwiec czerwca cze červen června čvn kesäkuu kesäkuuta kesä június jún júna iunie iun haziran
          haz июнь июня июн червень червня чер ιούνιος ιουνίου ιουν юни juuni jūnijs júní
        july jul juli juillet juil julio luglio lug julho lipiec lipca lip červenec července čvc heinäkuu heinäkuuta heinä július júl júla iulie
          iul temmuz tem июль июля июл липень липня лип ιούλιος ιουλίου ιουλ юли juuli jūlijs júlí
        august aug août aout agosto ago augustus augusti sierpień sierpnia sie srpen srpna srp elokuu elokuuta elo augusztus augusta ağustos ağu
          август августа авг серпень серпня сер αύγουστος αυγούστου αυγ augusts ágúst
        september sep sept septembre septiembre setiembre settembre set setembro wrzesień września wrz září zář syyskuu syyskuuta syys szeptember
          szept septembra septembrie eylül eyl сентябрь сентября сен сент вересень вересня вер σεπτέμβριος σεπτεμβρίου σεπ σεπτ септември
          septembris
        october oct oktober okt octobre octubre ottobre ott outubro out październik października paź říjen října říj lokakuu lokakuuta loka
          október októbra octombrie ekim eki октябрь октября окт жовтень жовтня жов οκτώβριος οκτωβρίου οκτ октомври oktoober oktobris
        november nov novembre noviembre novembro listopad listopada listopadu lis marraskuu marraskuuta marras novembra noiembrie noi kasım kas ноябрь
          ноября ноя нояб листопад листопада лис νοέμβριος νοεμβρίου νοε ноември novembris nóvember
        december dec dezember dez décembre déc diciembre dic dicembre dezembro grudzień grudnia gru prosinec prosince pro joulukuu joulukuuta
          joulu decembra decembrie aralık ara декабрь декабря дек грудень грудня гру δεκέμβριος δεκεμβρίου δεκ декември detsember decembris
          desember des
        """);

    /// <summary>1 to 12; 0 for a word that is no month.</summary>
    public static int Find(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[LongestName];
        var length = LetterFold.Write(word, folded);
        return length > 0 && ByName.TryGetValue(folded[..length], out var month) ? month : 0;
    }

    private static FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Read(string lines) =>
        lines.ReplaceLineEndings("\n").Replace("\n  ", " ", StringComparison.Ordinal).Split('\n')
            .SelectMany((line, i) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => (Name: LetterFold.Of(name), Month: i + 1)))
            .Distinct().ToFrozenDictionary(name => name.Name, name => name.Month, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
