using CrmMigration.Reconcile;
using CrmMigration.Tests.Postgres;
using Xunit;

namespace CrmMigration.Tests.Match;

public class MatchesAreCareful
{
    [Theory]
    [InlineData("(1, 'Ann Lee', null, null), (2, 'Ann Lee', null, null)")]
    [InlineData("(1, 'Ann Lee', '', ' '), (2, 'Ann Lee', '', ' ')")]
    [InlineData("(1, 'Ann Lee', 'no address', 'no number'), (2, 'Ann Lee', 'no address', 'no number')")]
    [InlineData("(1, 'Lee', 'lee@example.com', null), (2, 'Lee', 'lee@example.com', null)")]
    public async Task Null_never_matches_null(string rows)
    {
        Assert.Equal(["1 created 1", "2 created 2"], await FatesOf(rows));
    }

    [Theory]
    [InlineData("(1, 'Ann Lee', 'us@example.com', null), (2, 'Bob Lee', 'us@example.com', null)")]
    [InlineData("(1, 'Ann Lee', null, '+1 212 555 0100'), (2, 'Bob Lee', null, '+1 212 555 0100')")]
    [InlineData("(1, 'Ann Lee', 'us@example.com', '+1 212 555 0100'), (2, 'Bob Lee', 'us@example.com', '+1 212 555 0100')")]
    public async Task A_couple_that_shares_a_contact_stays_two(string rows)
    {
        Assert.Equal(["1 created 1", "2 created 2"], await FatesOf(rows));
    }

    [Fact]
    public async Task Letter_case_does_not_matter()
    {
        var fates = await FatesOf("(1, 'ANN lee', 'Ann@Example.com', null), (2, 'Ann Lee', 'aNN@example.COM', null), (3, 'Ännchen Öz', 'ä@example.com', '+1 212 555 0100'), (4, 'ÄNNCHEN ÖZ', null, '+1 212 555 0100')");

        Assert.Equal(["1 created 1", "2 merged 1", "3 created 3", "4 merged 3"], fates);
    }

    [Theory]
    [InlineData(1, 2, 3)]
    [InlineData(3, 1, 2)]
    [InlineData(2, 3, 1)]
    [InlineData(1, 3, 2)]
    public async Task A_chain_by_e_mail_and_phone_becomes_one_under_its_lowest_id(int a, int b, int c)
    {
        var fates = await FatesOf(
            $"({a}, 'Ann Lee', 'ann@example.com', null), ({b}, 'Ann Lee', 'ann@example.com', '+1 212 555 0100'), ({c}, 'Ann Lee', null, '+1 212 555 0100')");

        Assert.Equal(["1 created 1", "2 merged 1", "3 merged 1"], fates);
    }

    [Theory]
    [InlineData(3, 1, 2)]
    [InlineData(4, 4, 0)]
    public async Task A_key_shared_by_more_rows_than_the_limit_is_no_evidence(int rows, int created, int merged)
    {
        await using var crms = await Crms.Create(
            $"{Plans.OwnersTable}; insert into old_crm_customers select i, 'Info Desk', 'info@example.com', null from generate_series(1, {rows}) i");

        var report = await crms.Migrate(Plans.Customers("\"matchKeyLimit\": 3"), partitionRows: 1);

        Assert.Equal(Verdict.Reconciled, report.Verdict);
        Assert.Equal((created, merged), (report.Counts.Created, report.Counts.Merged));
        Assert.Equal(created == 1 ? 0 : 1, report.Entities[0].Merges.FrequentKeys);
    }

    [Fact]
    public async Task A_row_that_is_rejected_joins_nobody()
    {
        var fates = await FatesOf(
            "(1, 'Ann Lee', 'ann@example.com', null), (2, null, 'ann@example.com', '+1 212 555 0100'), (3, 'Ann Lee', null, '+1 212 555 0100')");

        Assert.Equal(["1 created 1", "2 rejected", "3 created 3"], fates);
    }

    private static async Task<List<string>> FatesOf(string rows)
    {
        await using var crms = await Crms.Create($"{Plans.OwnersTable}; insert into old_crm_customers values {rows}");
        await crms.Migrate(Plans.Customers(), partitionRows: 1);
        return await crms.Fates("customers");
    }
}
