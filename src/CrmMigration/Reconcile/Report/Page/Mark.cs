namespace CrmMigration.Reconcile.Report.Page;

/// <summary>The sign of a proof that holds or does not, or (null) is still to come; always beside words that say the same.</summary>
internal static class Mark
{
    public static Html Of(bool? holds) => holds switch
    {
        true => Html.Of($"<span class=\"mark good\" aria-hidden=\"true\">✓</span>"),
        false => Html.Of($"<span class=\"mark bad\" aria-hidden=\"true\">✗</span>"),
        null => Html.Of($"<span class=\"mark\" aria-hidden=\"true\">•</span>"),
    };
}
