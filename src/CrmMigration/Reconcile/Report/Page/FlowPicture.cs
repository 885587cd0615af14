using System.Globalization;

namespace CrmMigration.Reconcile.Report.Page;

/// <summary>The way of an entity's rows from reading to each fate, as inline SVG. Ribbons stretch with the page's width, text keeps its size.</summary>
internal static class FlowPicture
{
    private const int BarWidth = 8;

    /// <param name="id">Unique on the page.</param>
    public static Html Draw(EntityReport entity, string id)
    {
        var layout = FlowLayout.Of(entity.Counts);
        return layout.Bands.Count == 0
            ? Html.Of($"<p class=\"quiet\">No row was read, so there is nothing to draw.</p>")
            : Html.Of($"""
                <svg class="flow" role="img" aria-labelledby="{id}-title {id}-desc" width="100%" height="{Pixels(layout.Height + 2)}">
                <title id="{id}-title">Where the rows of {entity.Name} went</title>
                <desc id="{id}-desc">{EntityWords.Identity(entity.Counts)}</desc>
                <text class="figure" x="0" y="{Pixels(FlowLayout.Top - 11)}">{Figures.Count(entity.Counts.Read)} <tspan class="word">read</tspan></text>
                <g class="ribbons"><svg x="{BarWidth}" y="0" width="40%" height="{Pixels(layout.Height)}" viewBox="0 0 100 {Pixels(layout.Height)}" preserveAspectRatio="none">
                {Html.Each(layout.Bands, Ribbon)}</svg></g>
                <rect class="read" x="0" y="{Pixels(FlowLayout.Top)}" width="{BarWidth}" height="{Pixels(layout.ReadHeight)}" rx="2"/>
                <g class="labels"><svg x="40%" y="0" overflow="visible">
                {Html.Each(layout.Bands, band => Label(band, entity.Counts.Read))}</svg></g></svg>

                """);
    }

    private static Html Ribbon(FlowBand band)
    {
        var (fromEnd, toEnd) = (band.From + band.Height, band.To + band.Height);
        return Html.Of($"""
            <path class="ribbon {band.Fate.Name}" d="M0 {Pixels(band.From)}C45 {Pixels(band.From)} 55 {Pixels(band.To)} 100 {Pixels(band.To)}V{Pixels(toEnd)}C55 {Pixels(toEnd)} 45 {Pixels(fromEnd)} 0 {Pixels(fromEnd)}Z"/>

            """);
    }

    private static Html Label(FlowBand band, long read) => Html.Of($"""
        <rect class="{band.Fate.Name}" x="{BarWidth}" y="{Pixels(band.To)}" width="{BarWidth}" height="{Pixels(band.Height)}" rx="1.25"/>
        <text class="figure" x="{3 * BarWidth}" y="{Pixels(band.LabelMiddle - 2)}">{Figures.Count(band.Fate.Rows)} <tspan class="word">{band.Fate.Name}</tspan></text>
        <text class="share" x="{3 * BarWidth}" y="{Pixels(band.LabelMiddle + 15)}">{Figures.Share(band.Fate.Rows, read)} <tspan class="meaning">· {band.Fate.Meaning}</tspan></text>

        """);

    private static string Pixels(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
