using CrmMigration.Profile.Telling;
using CrmMigration.Reconcile.Report.Page;

namespace CrmMigration.Profile.Page;

/// <summary>One column: a line that says the most, and its charts below.</summary>
internal static class ColumnCard
{
    public static Html Draw(ColumnProfile column, bool isOpen) => HasMore(column)
        ? Html.Of($"""
            <details class="column"{Html.If(isOpen, $" open")}><summary>{Head(column)}</summary>
            <div class="panels"><div>
            {Panel("Filled", FilledBar.Draw(column))}
            {Html.If(column.Codes is not null, $"{Panel("Values", ShapeBars.Draw(column.Codes ?? [], null))}")}
            {Html.If(column.Codes is null && column.Text is { Shapes.Count: > 0 }, $"{Panel("Shapes", ShapeBars.Draw(column.Text?.Shapes ?? [], column.Text?.OtherShapes))}")}
            </div><div>
            {Html.If(column.Text is not null, $"{Panel("Length in characters", LengthChart.Draw(column.Text))}")}
            {Html.If(CleanerWords.Told(column).Count > 0, $"{Panel("Cleaners", CleanerBars.Draw(column))}")}
            </div></div>
            {Html.If(ColumnWords.Oddities(column).Count > 0, $"<p class=\"oddities\">{string.Join(" · ", ColumnWords.Oddities(column))}</p>")}
            </details>

            """)
        : Html.Of($"<div class=\"column\"><div class=\"summary\">{Head(column)}</div>{Html.If(ColumnWords.Oddities(column).Count > 0, $"<p class=\"oddities\">{string.Join(" · ", ColumnWords.Oddities(column))}</p>")}</div>\n");

    private static bool HasMore(ColumnProfile column) => column.Text is { Longest: > 0 } || column.Codes is not null;

    private static Html Head(ColumnProfile column) => Html.Of($"""
        <span class="name"><b>{column.Name}</b> <span class="quiet">{TypeWords.Short(column.Type)}{(column.NotNull ? ", not null" : "")}</span></span>
        <span class="to quiet">{(column.MovesTo.Count == 0 ? "stays behind" : $"→ {ColumnWords.Moves(column)}")}</span>
        <span class="fill">{FilledBar.Bar(column)}</span>
        <span class="figure">{ColumnWords.Distinct(column)}{(column.Distinct is null ? "" : " different")}</span>
        <span class="holds">{Range(column)}</span>
        """);

    private static string Range(ColumnProfile column) => column switch
    {
        { Lowest: not null } => ColumnWords.Holds(column),
        { Text: { Longest: > 0 } text } => $"{ColumnWords.Lengths(text)} characters",
        _ => "",
    };

    private static Html Panel(string heading, Html chart) => Html.Of($"<div class=\"panel\"><h4>{heading}</h4>{chart}</div>\n");
}
