using CrmMigration.Load;
using CrmMigration.Map;
using CrmMigration.Map.Cells;
using CrmMigration.Plan;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Map;

public sealed class CellsTakeText : IAsyncLifetime
{
    private TestDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await TestDatabase.Create();

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Theory]
    [InlineData("text", "a 🙂", "a 🙂")]
    [InlineData("smallint", "-32768|32767|0|-0", "-32768|32767|0|0")]
    [InlineData("integer", "2147483647|-12.000", "2147483647|-12")]
    [InlineData("bigint", "-9223372036854775808|9223372036854775807", "-9223372036854775808|9223372036854775807")]
    [InlineData("real", "0.1|-3.5", "0.1|-3.5")]
    [InlineData("double precision", "0.1|-0|123456789012345678", "0.1|-0|1.2345678901234568e+17")]
    [InlineData("boolean", "true|false", "true|false")]
    [InlineData("date", "2000-01-01|0001-01-01|9999-12-31|1999-12-31", "2000-01-01|0001-01-01|9999-12-31|1999-12-31")]
    [InlineData("timestamp", "2024-02-29|2024-02-29 23:59:58|1900-01-01 00:00:00.123456", "2024-02-29 00:00:00|2024-02-29 23:59:58|1900-01-01 00:00:00.123456")]
    [InlineData("timestamp(3)", "2024-02-29 23:59:58.120", "2024-02-29 23:59:58.12")]
    [InlineData("timestamptz", "2024-02-29 23:59:58", "2024-02-29 23:59:58+00")]
    [InlineData("uuid", "123E4567-e89b-12d3-a456-426614174000|123e4567e89b12d3a456426614174000", "123e4567-e89b-12d3-a456-426614174000|123e4567-e89b-12d3-a456-426614174000")]
    [InlineData("numeric", "0|-0|0.00|1.10|-1234567.0089|0.00001|100000000|00012345678901234567890.5", "0|0|0.00|1.10|-1234567.0089|0.00001|100000000|12345678901234567890.5")]
    [InlineData("numeric(12,2)", "0|1|1.1|1.1000|-9999999999.99|0.05", "0.00|1.00|1.10|1.10|-9999999999.99|0.05")]
    [InlineData("numeric(5,0)", "99999|1.0", "99999|1")]
    public async Task A_value_arrives_in_the_binary_form_that_the_server_sends(string type, string texts, string expected)
    {
        var column = await ColumnOf(type);
        var sent = texts.Split('|').Select(text => Encode(column, text)).Where(cell => cell.Problem is null).Select(cell => cell.Wire).ToArray();

        await Load(sent);

        Assert.Equal(expected.Split('|'), await database.All<string>("set timezone = 'UTC'; select t::text from cells order by ctid"));
        Assert.Equal(sent, await database.All<byte[]>($"select {column.SendFunction}(t) from cells order by ctid"));
    }

    [Theory]
    [InlineData("varchar(2)", "abc", "value.too-long", "has 3 characters; the column takes 2")]
    [InlineData("varchar(2)", "🙂🙂🙂", "value.too-long", "has 3 characters; the column takes 2")]
    [InlineData("smallint", "32768", "value.out-of-range", "has 5 digits; the column takes whole numbers from -32768 to 32767")]
    [InlineData("integer", "-2147483649", "value.out-of-range", "has 10 digits")]
    [InlineData("bigint", "99999999999999999999", "value.out-of-range", "has 20 digits")]
    [InlineData("bigint", "1.50", "value.too-precise", "has 1 digits behind the decimal point; the column takes whole numbers")]
    [InlineData("integer", "1e3", "value.wrong-type", "is no whole number")]
    [InlineData("numeric(4,2)", "100", "value.out-of-range", "has 3 digits before the decimal point; the column takes 2")]
    [InlineData("numeric(4,2)", "1.005", "value.too-precise", "has 3 digits behind the decimal point; the column takes 2")]
    [InlineData("numeric", "NaN", "value.wrong-type", "is no number")]
    [InlineData("numeric", ".5", "value.wrong-type", "is no number")]
    [InlineData("real", "1000000000000000000000000000000000000000", "value.out-of-range", "the column takes numbers up to 3.4e38")]
    [InlineData("boolean", "yes", "value.wrong-type", "is no true or false")]
    [InlineData("date", "2023-02-29", "value.wrong-type", "is no date")]
    [InlineData("date", "2024-02-29 00:00:00", "value.wrong-type", "is no date")]
    [InlineData("timestamp(0)", "2024-02-29 00:00:00.5", "value.too-precise", "has more than 0 digits")]
    [InlineData("uuid", "123", "value.wrong-type", "is no uuid")]
    public async Task A_value_that_does_not_fit_is_refused_with_what_fits(string type, string text, string rule, string reason)
    {
        var (_, problem) = Encode(await ColumnOf(type), text);

        Assert.Equal((rule, "t"), (problem?.Rule, problem?.Field));
        Assert.Contains(reason, problem!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Random_decimals_arrive_as_they_are_written()
    {
        var random = new Random(20261126);
        var column = await ColumnOf("numeric");
        var texts = Enumerable.Range(0, 2_000).Select(_ => Digits(random, 1) + (random.Next(2) == 0 ? "" : "." + Digits(random, 0) + random.Next(10))).ToArray();

        await Load([.. texts.Select(text => Encode(column, text).Wire)]);

        Assert.Equal(texts, await database.All<string>("select t::text from cells order by ctid"));
    }

    private static string Digits(Random random, int least)
    {
        var text = new string(random.GetItems<char>("0000123456789", random.Next(least, 30))).TrimStart(least == 1 ? '0' : ' ');
        return text.Length == 0 && least == 1 ? "0" : text;
    }

    private static (byte[] Wire, Rejection? Problem) Encode(LiveColumn column, string text)
    {
        var (cell, notes) = (new TupleBuffer(1), new RowNotes());
        cell.BeginRow();
        TargetCell.Of(column)!.Write(text, cell, notes);
        return (cell.Cell(0).ToArray(), notes.Rejection);
    }

    private async Task<LiveColumn> ColumnOf(string type)
    {
        await database.Run($"create table cells (t {type})");
        var tables = await new Catalog(database.DataSource).ReadTables([new("public", "cells")], TestContext.Current.CancellationToken);
        return tables[0].Columns[0];
    }

    private async Task Load(byte[][] cells)
    {
        var rows = new TupleBuffer(1);
        foreach (var cell in cells)
        {
            rows.BeginRow();
            rows.Add(cell);
        }

        await using var connection = await database.DataSource.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var copy = CopyIn.Begin(connection, "cells", "t");
        await copy.WriteAsync(rows.Written.ToArray(), TestContext.Current.CancellationToken);
        CopyIn.End(copy);
    }
}
