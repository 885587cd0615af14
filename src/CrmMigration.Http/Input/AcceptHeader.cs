using System.Globalization;
using CrmMigration.Http.Problems;

namespace CrmMigration.Http.Input;

/// <summary>Chooses the form of an answer by the header <c>Accept</c> (RFC 9110, 12.5.1).</summary>
internal static class AcceptHeader
{
    /// <summary>The form that the caller likes best; of equals the first that is offered, also when there is no header.</summary>
    /// <exception cref="RefusedException">The caller takes none of them.</exception>
    public static string Choose(HttpCall call, params string[] offered)
    {
        if (!call.Headers.TryGetValue("Accept", out var accept) || string.IsNullOrWhiteSpace(accept))
        {
            return offered[0];
        }

        var ranges = accept.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Range).ToList();
        var best = offered.MaxBy(form => Quality(ranges, form))!;
        return Quality(ranges, best) > 0 ? best : throw new RefusedException(Problem.NotAcceptable(offered));
    }

    // The range that says most about a form decides.
    private static double Quality(List<(string Range, double Quality)> ranges, string form)
    {
        string[] byPrecision = [form, $"{form.Split('/')[0]}/*", "*/*"];
        var found = byPrecision.Select(name => ranges.Find(range => range.Range == name)).FirstOrDefault(range => range.Range is not null);
        return found.Range is null ? 0 : found.Quality;
    }

    private static (string Range, double Quality) Range(string written)
    {
        var quality = written.Split(';', StringSplitOptions.TrimEntries).FirstOrDefault(part => part.StartsWith("q=", StringComparison.OrdinalIgnoreCase));
        return (MediaTypes.Bare(written), quality is null ? 1 : double.TryParse(quality.AsSpan(2), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var q) ? q : 0);
    }
}
