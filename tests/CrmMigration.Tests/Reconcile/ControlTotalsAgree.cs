using CrmMigration.Reconcile;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Reconcile;

public class ControlTotalsAgree
{
    private const string Payments = "create table payments (id int primary key, amount numeric, currency text); ";

    private const string RefusesNegativeIds = "create table payments (id int primary key check (id > 0), amount numeric, currency text); ";

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    public async Task Before_is_after_plus_rejected_in_every_currency(int partitionRows)
    {
        await using var crms = await Crms.Create(
            Payments + """
            insert into payments values
              (1, 10.50, 'EUR'), (2, -3.25, 'EUR'), (-3, 100, 'EUR'),
              (4, 1234567890123456789012345678901234567890.0000000001, 'BIG'), (-5, -1234567890123456789012345678901234567890, 'BIG'),
              (6, 7, null), (-7, 1.10, null), (8, 0.00, ''), (9, null, 'EUR'), (10, -0.01, 'USD'), (-11, -99.99, 'CHF')
            """,
            RefusesNegativeIds);

        var report = await crms.Migrate(Plans.Copy("payments", "payments"), partitionRows);

        Assert.Empty(report.Findings);
        Assert.Equal(Verdict.Reconciled, report.Verdict);
        Assert.Equal(
            [
                new("amount", "currency", "", "0", "0", "0", true),
                new("amount", "currency", "BIG", "0.0000000001", "1234567890123456789012345678901234567890.0000000001", "-1234567890123456789012345678901234567890", true),
                new("amount", "currency", "CHF", "-99.99", "0", "-99.99", true),
                new("amount", "currency", "EUR", "107.25", "7.25", "100", true),
                new("amount", "currency", "USD", "-0.01", "-0.01", "0", true),
                new("amount", "currency", null, "8.1", "7", "1.1", true),
            ],
            report.Entities[0].Totals.OrderBy(total => total.Group is null).ThenBy(total => total.Group, StringComparer.Ordinal).Select(Trimmed));
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("-Infinity")]
    public async Task What_is_no_finite_number_is_counted_beside_the_sum(string amount)
    {
        await using var crms = await Crms.Create(Payments + $"insert into payments values (1, 10, 'EUR'), (2, '{amount}', 'EUR')", Payments);

        var report = await crms.Migrate(Plans.Copy("payments", "payments"));

        Assert.Equal(Verdict.Reconciled, report.Verdict);
        Assert.Equal(
            [new("amount", "currency", "EUR", "10 and 1 NaN or infinite", "10 and 1 NaN or infinite", "0", true)], report.Entities[0].Totals);
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("-Infinity")]
    public async Task A_rejected_row_that_holds_no_number_fails_no_total(string amount)
    {
        await using var crms = await Crms.Create(
            Payments + $"insert into payments values (1, 10, 'EUR'), (-2, '{amount}', 'EUR')", RefusesNegativeIds);

        var report = await crms.Migrate(Plans.Copy("payments", "payments"));

        Assert.Empty(report.Findings);
        Assert.Equal(Verdict.Reconciled, report.Verdict);
    }

    [Fact]
    public async Task Whole_numbers_are_summed_where_the_plan_asks()
    {
        await using var crms = await Crms.Create(
            "create table payments (id int primary key, points bigint, level text, spare smallint); insert into payments values (1, 9223372036854775807, 'a', 1), (2, 9223372036854775807, 'b', -2), (3, null, 'a', 1)");
        var plan = Plans.Of(
            """
            "payments": {
              "from": { "table": "payments", "key": "id" }, "to": { "table": "payments", "key": "id", "create": true },
              "totals": [{ "sum": "points", "by": "level" }, { "sum": "spare" }]
            }
            """);

        var report = await crms.Migrate(plan);

        Assert.Equal(Verdict.Reconciled, report.Verdict);
        Assert.Equal(
            ["points a 9223372036854775807 9223372036854775807", "points b 9223372036854775807 9223372036854775807", "spare  0 0"],
            report.Entities[0].Totals.Select(total => $"{total.Column} {total.Group} {total.Read} {total.Loaded}").Order(StringComparer.Ordinal));
    }

    // However many zeros a report shows, the sums are these.
    private static ControlTotal Trimmed(ControlTotal total) =>
        total with { Read = Trimmed(total.Read), Loaded = Trimmed(total.Loaded), LeftOut = Trimmed(total.LeftOut) };

    private static string Trimmed(string number) => number.Contains('.', StringComparison.Ordinal) ? number.TrimEnd('0').TrimEnd('.') : number;
}
