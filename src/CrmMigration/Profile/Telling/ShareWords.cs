using System.Globalization;
using CrmMigration.Reconcile.Report;

namespace CrmMigration.Profile.Telling;

/// <summary>Shares as people read them.</summary>
public static class ShareWords
{
    /// <summary><c>12.3 %</c>, of a sample <c>about 12.3 %</c>. Never 0 % of something or 100 % of less than all.</summary>
    public static string Percent(Share share) => share.IsExact ? Figures.Share(share.Values, share.Of) : $"about {Figures.Share(share.Values, share.Of)}";

    /// <summary><c>12.3 %</c>, of a sample with the interval that it stands for: <c>12.3 % (11.2 to 13.5)</c>.</summary>
    public static string Interval(Share share) => share.IsExact
        ? Figures.Share(share.Values, share.Of)
        : string.Create(CultureInfo.InvariantCulture, $"{Figures.Share(share.Values, share.Of)} ({share.Low:0.#} to {share.High:0.#})");

    /// <summary><c>1,204 rows (2.1 %)</c>, of a sample <c>about 2.1 % of the rows</c>.</summary>
    public static string Counted(Share share, string noun) => share.IsExact
        ? $"{Figures.Counted(share.Values, noun)} ({Figures.Share(share.Values, share.Of)})"
        : $"about {Figures.Share(share.Values, share.Of)} of the {noun}s";

    /// <summary>A sentence that goes on behind a colon.</summary>
    public static string Inside(string sentence)
    {
        var end = sentence.TrimEnd('.');
        return end.Length > 1 && char.IsUpper(end[0]) && !char.IsUpper(end[1]) ? $"{char.ToLowerInvariant(end[0])}{end[1..]}" : end;
    }
}
