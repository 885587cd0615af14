using CrmMigration.Profile.Telling;
using CrmMigration.Reconcile.Report;
using CrmMigration.Reconcile.Report.Page;

namespace CrmMigration.Profile.Page;

/// <summary>How many rows have a value, an empty text, or none.</summary>
internal static class FilledBar
{
    public static Html Draw(ColumnProfile column) => Html.Of($"""
        {Bar(column)}
        <ul class="parts">
        <li><i class="value"></i> {Figures.Share(Values(column), column.Nulls.Of)} with a value</li>
        {Html.If(Empty(column) > 0, $"<li><i class=\"empty\"></i> {Figures.Share(Empty(column), column.Nulls.Of)} empty text</li>")}
        {Html.If(column.Nulls.Values > 0, $"<li><i class=\"null\"></i> {Figures.Share(column.Nulls.Values, column.Nulls.Of)} null</li>")}
        </ul>
        """);

    public static Html Bar(ColumnProfile column)
    {
        double all = Math.Max(1, column.Nulls.Of);
        var (values, empty) = (100 * Values(column) / all, 100 * Empty(column) / all);
        return Html.Of($"""
            <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label="{ShareWords.Percent(column.Nulls)} null"><rect class="null" width="100" height="10"/><rect class="empty" width="{Svg.Number(values + empty)}" height="10"/><rect class="value" width="{Svg.Number(values)}" height="10"/></svg>
            """);
    }

    private static long Empty(ColumnProfile column) => column.Text?.Blank.Values ?? 0;

    private static long Values(ColumnProfile column) => column.Nulls.Of - column.Nulls.Values - Empty(column);
}
