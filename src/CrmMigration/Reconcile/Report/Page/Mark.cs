namespace CrmMigration.Reconcile.Report.Page;

/// <summary>The sign of a proof that holds or does not; always beside words that say the same.</summary>
internal static class Mark
{
    public static Html Of(bool holds) => holds
        ? Html.Of($"<span class=\"mark good\" aria-hidden=\"true\">✓</span>")
        : Html.Of($"<span class=\"mark bad\" aria-hidden=\"true\">✗</span>");
}
