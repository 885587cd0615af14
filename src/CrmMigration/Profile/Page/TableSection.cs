using CrmMigration.Profile.Telling;
using CrmMigration.Reconcile.Report.Page;

namespace CrmMigration.Profile.Page;

/// <summary>One source table: what would become of its rows, its columns, its keys.</summary>
internal static class TableSection
{
    // Of a wider table only the columns with something odd are open at first.
    private const int MostOpen = 12;

    /// <param name="number">Of the table in the profile; makes ids on the page unique.</param>
    public static Html Draw(TableProfile table, int number) => Html.Of($"""
        <section class="table" aria-labelledby="table-{number}">
        <h2 id="table-{number}">{table.Entity}</h2>
        <p class="quiet"><code>{table.Table}</code> of source {table.Source}, key <code>{table.Key}</code>; {TableWords.Read(table)}.</p>
        {OutcomeTable.Draw(table)}
        {Relations(table)}
        <h3>Columns</h3>
        {Html.If(table.Columns.Any(column => CleanerWords.Told(column).Count > 0), $"<p class=\"legend\"><span class=\"key\">cleaners:</span> <i class=\"unchanged\"></i> fine as it is <i class=\"tidied\"></i> tidied, nothing lost <i class=\"corrected\"></i> kept in part <i class=\"refused\"></i> refused <span class=\"quiet\">Tried on {TableWords.Tried(table)}.</span></p>")}
        {Html.Each(table.Columns, column => ColumnCard.Draw(column, table.Columns.Count <= MostOpen || ColumnWords.Oddities(column).Count > 0))}
        </section>

        """);

    private static Html Relations(TableProfile table) => Html.Of($"""
        <h3>Keys, references and duplicates</h3>
        <ul class="relations">
        {Html.Each(table.Keys, key => Line(key.IsPlanKey ? key.IsUnique : null, key.Column, TableWords.Key(key)))}
        {Html.Each(table.References, reference => Line(reference.Basis == ReferenceBasis.Plan ? reference.Orphans?.Values == 0 : null, reference.Column, TableWords.Reference(reference)))}
        {Html.Each(table.Matches, match => Line(null, string.Join(" + ", match.Columns), TableWords.Match(match)))}
        {Html.If(TableWords.NoMatches(table) is not null, $"<li>{Mark.Of(null)}<span>{TableWords.NoMatches(table)}</span></li>")}
        </ul>
        """);

    private static Html Line(bool? holds, string name, string sentence) => Html.Of($"<li>{Mark.Of(holds)}<span><b>{name}</b> {sentence}</span></li>");
}
