using System.Buffers;
using System.Collections.Frozen;

namespace CrmMigration.Clean.Text;

/// <summary>
/// What people and programs write where they have nothing to write: <c>n/a</c>, <c>null</c>, <c>none</c>, <c>-</c>, <c>???</c>. Words that are
/// somebody's name, a country's code or an answer (Na, No, X) are not among them.
/// </summary>
internal static class Placeholders
{
    private const int Longest = 24;

    private static readonly SearchValues<char> Signs = SearchValues.Create("-‐‑‒–—―−_.…·?¿*~=/\\|# ");

    private static readonly FrozenSet<string> Known =
        """
        n/a|n.a.|n.a|n\a|n/d|n.d.|#n/a|#n/a!|<n/a>|#null!|#value!|#ref!|#name?|null|<null>|(null)|[null]|\n|nil|<nil>|none|(none)|<none>|nan|undefined
        unknown|(unknown)|empty|(empty)|<empty>|blank|(blank)|(blanks)|not available|not applicable|not provided|not specified|not known|not set
        no data|no value|no entry|missing|tbd|tba|to be determined|t.b.d.|xxx|xxxx|xxxxx|xxxxxx|0000-00-00|00.00.0000|00/00/0000
        0000-00-00 00:00:00|unbekannt|k. a.|k.a.|keine angabe|keine angaben|keine|nicht bekannt|nicht angegeben|ohne angabe|o. a.|leer
        inconnu|inconnue|non renseigné|non renseignee|néant|aucun|sans objet|n.c.|desconocido|desconocida|ninguno|no disponible|no aplica|s/d|sin datos
        sconosciuto|sconosciuta|nessuno|non disponibile|desconhecido|nenhum|não informado|onbekend|geen|niet bekend|okänd|ukendt|ukjent|nieznany|brak|b/d
        """.Split(['|', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The words among them, in small letters.</summary>
    public static IReadOnlyCollection<string> Words => Known;

    /// <summary>Whether a text is one of them, or nothing but dashes, dots, question marks and the like.</summary>
    /// <param name="text">Without blank space around it.</param>
    public static bool Include(ReadOnlySpan<char> text) =>
        (text.Length <= Longest && Lookup.Contains(text)) || !text.ContainsAnyExcept(Signs);
}
