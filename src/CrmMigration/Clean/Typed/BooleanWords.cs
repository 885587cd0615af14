namespace CrmMigration.Clean.Typed;

/// <summary>
/// What stands for yes and no in exports of many countries. A letter that is yes in one language and no in another, or an abbreviation of
/// something else as well, is not among them.
/// </summary>
internal static class BooleanWords
{
    public static IEnumerable<string> Yes { get; } = Read(
        """
        true t yes y 1 -1 on enabled checked ja j wahr w oui o vrai sí si s sì verdadero vero v sim verdadeiro tak prawda ano áno igen igaz kyllä
        tosi evet doğru da adevărat да д истина так ναι αληθές jah taip jā já sann sant sandt ✓ ✔ ☑ はい 是 예 네 نعم כן
        """);

    public static IEnumerable<string> No { get; } = Read(
        """
        false f no n 0 off disabled unchecked nein falsch non faux falso não nao nee onwaar nie fałsz ne nem hamis ei epätosi hayır yanlış nu
        fals нет н ложь ні όχι ψευδές nej nei usant falskt falsk ✗ ✘ ☐ いいえ 否 아니요 아니오 لا לא
        """);

    private static string[] Read(string words) => words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
