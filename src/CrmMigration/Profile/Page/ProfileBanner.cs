using CrmMigration.Reconcile.Report;
using CrmMigration.Reconcile.Report.Page;

namespace CrmMigration.Profile.Page;

/// <summary>The top of the page: which sources, and what stands out of them.</summary>
internal static class ProfileBanner
{
    private const int RemarksShown = 12;

    public static Html Draw(SourceProfile profile) => Html.Of($"""
        <header class="banner {Tone(profile)}">
        <p class="kicker">Source profile · plan {profile.Plan}</p>
        <h1>{Headline(profile)}</h1>
        <p class="meaning">{Meaning(profile)}</p>
        {Html.If(profile.StandsOut.Count > 0, $"<ul class=\"remarks\">{Html.Each(profile.StandsOut.Take(RemarksShown), Line)}</ul>")}
        {Html.If(profile.StandsOut.Count > RemarksShown, $"<details class=\"more\"><summary>and {profile.StandsOut.Count - RemarksShown} more</summary><ul class=\"remarks\">{Html.Each(profile.StandsOut.Skip(RemarksShown), Line)}</ul></details>")}
        </header>
        <dl class="facts">
        <div><dt>tables</dt><dd>{Figures.Count(profile.Tables.Count)}</dd></div>
        <div><dt>rows</dt><dd>{Figures.Count(profile.Tables.Sum(table => table.Rows))}</dd></div>
        <div><dt>rows read</dt><dd>{Figures.Count(profile.Tables.Sum(table => table.Read.Rows))}</dd></div>
        <div><dt>took</dt><dd>{Figures.Duration(profile.Took)}</dd></div>
        <div><dt>as of</dt><dd>{Figures.Moment(profile.TakenAt)}</dd></div>
        </dl>

        """);

    private static Html Line(Remark remark) => Html.Of($"""
        <li class="{Weight(remark.Weight)}"><span class="dot" title="{Weight(remark.Weight)}"></span><span><b>{remark.Entity}{(remark.Column is null ? "" : $" · {remark.Column}")}</b> {remark.Sentence}</span></li>

        """);

    private static string Headline(SourceProfile profile) => Count(profile, RemarkWeight.Serious) switch
    {
        _ when profile.Mistakes.Count > 0 => $"{Figures.Counted(profile.Mistakes.Count, "mistake")} in the plan",
        0 when Count(profile, RemarkWeight.Loss) == 0 => "Nothing would be lost",
        0 => "Every row would arrive",
        1 => "1 thing to decide first",
        var serious => $"{Figures.Count(serious)} things to decide first",
    };

    private static string Meaning(SourceProfile profile) => profile switch
    {
        { Mistakes.Count: > 0 } => "The plan does not agree with its sources; what could be read is described below.",
        _ when Count(profile, RemarkWeight.Serious) > 0 => "As things are, rows would not arrive, or the migration would not start. Below is what else stands out.",
        _ when Count(profile, RemarkWeight.Loss) > 0 => "Some values would be lost or changed, or rows merged. See whether that is meant.",
        _ => "By this profile every row and every value would arrive. A rehearsal looks at the target too.",
    };

    private static string Tone(SourceProfile profile) =>
        profile.Mistakes.Count > 0 || Count(profile, RemarkWeight.Serious) > 0 ? "bad" : Count(profile, RemarkWeight.Loss) > 0 ? "open" : "good";

    private static string Weight(RemarkWeight weight) => weight switch
    {
        RemarkWeight.Serious => "serious",
        RemarkWeight.Loss => "loss",
        _ => "notice",
    };

    private static int Count(SourceProfile profile, RemarkWeight weight) => profile.StandsOut.Count(remark => remark.Weight == weight);
}
