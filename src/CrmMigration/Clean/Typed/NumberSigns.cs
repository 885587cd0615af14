using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace CrmMigration.Clean.Typed;

/// <summary>The signs before decimals and between thousands. Blank spaces and apostrophes part thousands as well, whatever the sign is.</summary>
/// <param name="Decimal">No digit, sign or blank.</param>
/// <param name="Group">Null where only blanks and apostrophes part thousands.</param>
public sealed record NumberSigns(char Decimal, char? Group)
{
    // The program knows no cultures (InvariantGlobalization); these are those of the Unicode CLDR where it and habit agree.
    private static readonly FrozenDictionary<string, NumberSigns> ByCulture = Read(
        ("en zh ja ko th he hi bn ta te mr ur ms fil my km ga cy mt sw es-MX es-US es-PR es-GT es-HN es-NI es-PA es-PE es-SV es-DO de-CH de-LI it-CH", new('.', ',')),
        ("de es it nl pt da el tr ro hr sl sr bs mk is id vi ca eu gl az de-AT pt-BR fr-BE", new(',', '.')),
        ("fr sv nb nn no fi pl cs sk hu bg ru uk be et lv lt kk sq hy ka fr-CA fr-CH fr-LU", new(',', null)));

    /// <summary>1,234.56</summary>
    public static NumberSigns English { get; } = new('.', ',');

    /// <summary>The cultures that <see cref="TryFind"/> knows by name.</summary>
    public static IReadOnlyCollection<string> Cultures => ByCulture.Keys;

    /// <summary>Other readings of the same text, to guess by; the more likely first.</summary>
    internal IEnumerable<NumberSigns> Others => Decimal == '.' ? [new(',', '.')] : Group is null ? [new(',', '.'), English] : [English];

    /// <param name="culture">Such as <c>de</c> or <c>de-CH</c>; a country that is not listed is read as its language.</param>
    public static bool TryFind(string culture, [NotNullWhen(true)] out NumberSigns? signs)
    {
        var name = culture.Replace('_', '-');
        return ByCulture.TryGetValue(name, out signs)
            || (name.IndexOf('-', StringComparison.Ordinal) is var dash && dash > 0 && ByCulture.TryGetValue(name[..dash], out signs));
    }

    private static FrozenDictionary<string, NumberSigns> Read(params (string Cultures, NumberSigns Signs)[] lists) =>
        lists.SelectMany(list => list.Cultures.Split(' ').Select(culture => KeyValuePair.Create(culture, list.Signs)))
            .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
}
