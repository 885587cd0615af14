using System.Buffers;

namespace CrmMigration.Reconcile.Report;

/// <summary>
/// Rejected rows as CSV (RFC 4180: CRLF, quotes doubled). A value that a spreadsheet would take for a formula (it begins with
/// <c>= + - @</c>, a tab or a carriage return) gets a leading apostrophe, also when it is a negative key.
/// </summary>
public static class RejectsCsv
{
    private const string Header = "entity,source,source_key,rule,field,reason,sqlstate,suggestion\r\n";
    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(",\"\r\n");
    private static readonly SearchValues<char> BeginsFormula = SearchValues.Create("=+-@\t\r");

    /// <summary>Writes row by row as they come, so their number does not matter. Returns how many; the header is written even for none.</summary>
    public static async Task<long> Write(IAsyncEnumerable<RejectedRow> rows, TextWriter csv, CancellationToken cancellation)
    {
        await csv.WriteAsync(Header.AsMemory(), cancellation);
        long written = 0;
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            await csv.WriteAsync(Line(row).AsMemory(), cancellation);
            written++;
        }

        await csv.FlushAsync(cancellation);
        return written;
    }

    private static string Line(RejectedRow row)
    {
        string?[] values = [row.Entity, row.Source, row.SourceKey, row.Rule, row.Field, row.Reason, row.SqlState, row.Suggestion];
        return string.Join(',', values.Select(value => Quoted(Harmless(value ?? "")))) + "\r\n";
    }

    private static string Harmless(string value) => value.Length > 0 && BeginsFormula.Contains(value[0]) ? $"'{value}" : value;

    private static string Quoted(string value) => value.AsSpan().ContainsAny(NeedsQuotes)
        ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : value;
}
