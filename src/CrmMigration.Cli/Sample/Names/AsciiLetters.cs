using System.Text;

namespace CrmMigration.Cli.Sample.Names;

/// <summary>Writes a name as people put it into an e-mail address: lower-case a to z only.</summary>
internal static class AsciiLetters
{
    private const string From =
        "áàâãäåāăąạảấầặéèêëęēếềểễíìîïīịỉóòôõöøōọồốộơờúùûüūůũưựứừçćčñńňşśšğłžźżýÿđ"
        + "абвгдежзийклмнопрстуфхцчшщыэюяё";

    private const string To =
        "aaaaaaaaaaaaaaeeeeeeeeeeiiiiiiiooooooooooooouuuuuuuuuuucccnnnsssglzzzyyd"
        + "abvgdejziiklmnoprstufhccssyeuae";

    /// <summary>Letters without a likeness, spaces and apostrophes are left out.</summary>
    public static string Of(string name)
    {
        var letters = new StringBuilder(name.Length);
        foreach (var letter in name.ToLowerInvariant())
        {
            var place = letter is >= 'a' and <= 'z' ? -1 : From.IndexOf(letter, StringComparison.Ordinal);
            if (letter is >= 'a' and <= 'z')
            {
                letters.Append(letter);
            }
            else if (place >= 0)
            {
                letters.Append(To[place]);
            }
        }

        return letters.ToString();
    }
}
