using CrmMigration.Reconcile.Report.Page;

namespace CrmMigration.Profile.Page;

/// <summary>A profile as one self-contained HTML page: no network, no script, readable in light, in dark, on a phone and on paper.</summary>
public static class ProfilePage
{
    private const string StyleSheet = "Profile/Page/profile.css";

    /// <summary>The whole page, from the doctype on. Every value is escaped.</summary>
    public static string Render(SourceProfile profile) => Html.Of($"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>Source profile: {profile.Plan}</title>
        <style>
        {Html.StyleSheet(Html.PageStyles)}{Html.StyleSheet(StyleSheet)}</style>
        </head>
        <body>
        <main>
        {ProfileBanner.Draw(profile)}
        {MistakeList.Draw("Mistakes of the plan about its sources", profile.Mistakes)}
        {MistakeList.Draw("Warnings about the sources", profile.Warnings)}
        {Html.Each(profile.Tables.Index(), table => TableSection.Draw(table.Item, table.Index))}
        </main>
        <footer><p>Holds no value of a row but source keys and the codes of columns that hold nothing else. In a shape, A and a are letters, 9 a digit,
        + several of them, (n) how many; L is a letter without case, § any other sign.</p></footer>
        </body>
        </html>

        """).ToString();
}
