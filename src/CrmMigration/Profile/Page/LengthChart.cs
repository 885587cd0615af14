using System.Globalization;
using CrmMigration.Profile.Telling;
using CrmMigration.Reconcile.Report;
using CrmMigration.Reconcile.Report.Page;

namespace CrmMigration.Profile.Page;

/// <summary>How many texts have which length.</summary>
internal static class LengthChart
{
    private const double Height = 40;
    private const double Least = 1;
    private const double Width = 10;

    public static Html Draw(TextProfile? text) => text is not { Lengths.Count: > 0 } ? Html.None : Html.Of($"""
        <svg class="lengths" viewBox="0 0 {Svg.Number(text.Lengths.Count * Width)} {Svg.Number(Height)}" preserveAspectRatio="none" role="img" aria-label="lengths from {ColumnWords.Lengths(text)} characters">
        {Html.Each(text.Lengths.Index(), bar => Bar(bar.Item, bar.Index, text.Lengths.Max(range => range.Values)))}</svg>
        <p class="ends"><span>{Figures.Count(text.Lengths[0].From)}</span><span>average {text.Average.ToString("0.0", CultureInfo.InvariantCulture)}</span><span>{Figures.Count(text.Longest)}</span></p>
        """);

    private static Html Bar(LengthRange range, int place, long most)
    {
        var height = range.Values == 0 ? 0 : Math.Max(Least, Height * range.Values / most);
        return Html.Of($"""
            <rect x="{Svg.Number((place * Width) + 1)}" y="{Svg.Number(Height - height)}" width="{Svg.Number(Width - 2)}" height="{Svg.Number(height)}"><title>{Words(range)}: {Figures.Count(range.Values)}</title></rect>

            """);
    }

    private static string Words(LengthRange range) => range.Through switch
    {
        null => $"{Figures.Count(range.From)} characters and more",
        var through when through == range.From => Figures.Counted(range.From, "character"),
        { } through => $"{Figures.Count(range.From)} to {Figures.Counted(through, "character")}",
    };
}
