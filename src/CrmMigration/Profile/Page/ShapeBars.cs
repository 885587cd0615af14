using CrmMigration.Profile.Telling;
using CrmMigration.Reconcile.Report.Page;

namespace CrmMigration.Profile.Page;

/// <summary>Shapes or codes with their shares as bars; of a sample, with the interval that each stands for.</summary>
internal static class ShapeBars
{
    public static Html Draw(IReadOnlyList<NamedShare> shapes, Share? others) => Html.Of($"""
        <ul class="shapes">
        {Html.Each(shapes, shape => Line(Shape(shape.Name), shape.Share, "shape"))}
        {Html.If(others is { Values: > 0 }, $"{Line(Html.Of($"<span class=\"quiet\">all others</span>"), others ?? Share.None, "others")}")}
        </ul>
        """);

    public static Html Shape(string shape) => shape.Length == 0 ? Html.Of($"<code class=\"quiet\">(empty)</code> ") : Html.Of($"<code>{shape}</code> ");

    private static Html Line(Html name, Share share, string kind) => Html.Of($"""
        <li>{name}<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="10"/><rect class="{kind}" width="{Svg.Number(share.Percent)}" height="10"/>{Html.If(!share.IsExact, $"<rect class=\"interval\" x=\"{Svg.Number(share.Low)}\" y=\"4\" width=\"{Svg.Number(Math.Max(0.5, share.High - share.Low))}\" height=\"2\"/>")}</svg><span class="figure">{ShareWords.Interval(share)}</span></li>

        """);
}
