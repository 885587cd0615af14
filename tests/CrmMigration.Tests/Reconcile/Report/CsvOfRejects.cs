using CrmMigration.Reconcile;
using CrmMigration.Reconcile.Report;
using Xunit;

namespace CrmMigration.Tests.Reconcile.Report;

public class CsvOfRejects
{
    [Fact]
    public async Task No_reject_gives_the_header_alone() =>
        Assert.Equal("entity,source,source_key,rule,field,reason,sqlstate,suggestion\r\n", await Csv());

    [Fact]
    public async Task Quotes_commas_and_line_breaks_are_quoted()
    {
        var csv = await Csv(new RejectedRow("customers", "old", "a,b", "rule", null, "He said \"no\"\nand left", "23505"));

        Assert.EndsWith("\r\ncustomers,old,\"a,b\",rule,,\"He said \"\"no\"\"\nand left\",23505,\r\n", csv, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@sum", "'@sum")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("1-1", "1-1")]
    public async Task A_value_that_a_spreadsheet_would_compute_gets_an_apostrophe(string key, string expected)
    {
        var csv = await Csv(new RejectedRow("customers", "old", key, "rule", "email", "Reason", null));

        Assert.EndsWith($"\r\ncustomers,old,{expected},rule,email,Reason,,\r\n", csv, StringComparison.Ordinal);
    }

    private static async Task<string> Csv(params RejectedRow[] rows)
    {
        using var csv = new StringWriter();
        var written = await RejectsCsv.Write(rows.ToAsyncEnumerable(), csv, TestContext.Current.CancellationToken);
        Assert.Equal(rows.Length, written);
        return csv.ToString();
    }
}
