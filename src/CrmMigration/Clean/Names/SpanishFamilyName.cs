using System.Collections.Frozen;

namespace CrmMigration.Clean.Names;

/// <summary>
/// The commonest Spanish family names that are no given names. Two of them at the end are both the family's: Gabriel García Márquez. In the
/// Philippines and Portugal the first of two is the mother's and called a middle name; which of the two is meant cannot be seen.
/// </summary>
internal static class SpanishFamilyName
{
    private const int Longest = 12;
    private const int Shortest = 4;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names =
        """
        acosta aguilar aguirre alonso alvarado alvarez arias avila ayala benitez blanco bravo caballero cabrera calderon calvo campos cano
        cardenas carmona carrasco carrillo castillo castro cervantes chavez contreras cordova cortes cortez crespo cruz delgado diaz dominguez
        duran escobar espinosa espinoza estrada fernandez ferrer figueroa flores fuentes gallardo gallego garcia garrido gimenez gomez gonzales
        gonzalez guerrero gutierrez guzman hernandez herrera herrero hidalgo ibanez iglesias jimenez juarez lara leon lopez lozano maldonado
        marin marquez martinez medina mejia mendez mendoza merino molina montero montoya mora morales moreno moya munoz navarro nieto nunez
        ochoa orozco ortega ortiz pacheco padilla pardo parra pena peralta perez ponce prieto quintero ramirez ramos reyes rios rivas rivera
        robles rodriguez rojas romero rosales rubio ruiz saez salazar salinas sanchez sandoval sanz serrano soler solis soto suarez torres
        trujillo valdez valencia vargas vazquez vega velasco velasquez velazquez villanueva villarreal zamora zapata zuniga
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
        .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Accents do not count, and of names joined by a hyphen the first one decides.</summary>
    public static bool Is(ReadOnlySpan<char> word)
    {
        var hyphen = word.IndexOf('-');
        word = hyphen > 0 ? word[..hyphen] : word;
        if (word.Length is < Shortest or > Longest)
        {
            return false;
        }

        Span<char> key = stackalloc char[Longest];
        for (var i = 0; i < word.Length; i++)
        {
            key[i] = Plain(char.ToLowerInvariant(word[i]));
        }

        return Names.Contains(key[..word.Length]);
    }

    private static char Plain(char c) => c switch
    {
        'á' => 'a',
        'é' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' or 'ü' => 'u',
        'ñ' => 'n',
        _ => c,
    };
}
