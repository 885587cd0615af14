using CrmMigration.Cli.Sample;
using Xunit;

namespace CrmMigration.Tests.Sample;

/// <summary>The truth against counts over the rows that know nothing of how they were made.</summary>
public sealed class SampleTruthTests
{
    private static readonly SampleCrm Sample = new(60_000, seed: 20);
    private static readonly SampleTruth Truth = Sample.Truth();
    private static readonly PlainCleaning[] Customers = [.. Sample.Customers().Select(PlainCleaning.Of)];
    private static readonly IReadOnlyList<IReadOnlyList<PlainCleaning>> Clusters = MatchedPeople.In(Customers);

    [Fact]
    public void Rows_match_exactly_when_they_are_one_person()
    {
        var planted = Customers.GroupBy(row => row.Row.Person).Where(rows => rows.Count() > 1).Select(Ids);

        var matched = Clusters.Select(Ids);

        Assert.Equal(planted.Order(StringComparer.Ordinal), matched.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Duplicates_are_counted()
    {
        var duplicates = Clusters.Sum(rows => rows.Count - 1);

        Assert.Equal(duplicates, Truth.Duplicates);
        Assert.Equal(Clusters.Count, Truth.Clusters);
        Assert.InRange(duplicates / (double)Customers.Length, 0.045, 0.055);
    }

    [Fact]
    public void Some_people_stand_in_three_rows_of_which_the_ends_share_no_key()
    {
        var chains = Clusters.Where(rows => rows.Count == 3).ToList();

        Assert.InRange(chains.Count, 200, 400);
        Assert.All(chains, rows => Assert.Equal(2, SharedKeys(rows).Count()));
        Assert.All(chains, rows => Assert.All(SharedKeys(rows), rowsOfKey => Assert.Equal(2, rowsOfKey.Count())));
    }

    [Fact]
    public void Rows_of_one_person_stand_far_apart()
    {
        var places = Customers.Select((row, place) => (row.Row.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place);

        var distances = Clusters.SelectMany(rows => rows.Zip(rows.Skip(1), (one, next) => places[next.Row.Id] - places[one.Row.Id]));

        Assert.All(distances, distance => Assert.True(distance >= Customers.Length / 6, $"Only {distance} rows apart."));
    }

    [Fact]
    public void Values_that_survivors_get_from_merged_rows_are_counted()
    {
        var emails = Clusters.Count(rows => rows[0].Email is null && rows.Any(row => row.Email is not null));
        var phones = Clusters.Count(rows => rows[0].Phone is null && rows.Any(row => row.Phone is not null));

        Assert.Equal((emails, phones), (Truth.FilledEmails, Truth.FilledPhones));
        Assert.True(emails > 0 && phones > 0);
    }

    [Fact]
    public void Unusable_contacts_are_counted()
    {
        var emails = Customers.Count(row => row.IsEmailUnusable);
        var phones = Customers.Count(row => row.IsPhoneUnusable);

        Assert.Equal((emails, phones), (Truth.UnusableEmails, Truth.UnusablePhones));
        Assert.True(emails > 0 && phones > 0);
    }

    [Fact]
    public void Rejected_customers_take_their_orders_and_transactions_with_them()
    {
        var customers = Customers.Where(row => row.LastName is null).Select(row => row.Row.Id).ToHashSet();
        var orders = Sample.Orders().Where(order => customers.Contains(order.CustomerId)).ToDictionary(order => order.Id);
        var transactions = Sample.Transactions().Where(transaction => orders.ContainsKey(transaction.OrderId)).ToList();

        Assert.Equal(customers.Count, Truth.RejectedCustomers);
        Assert.Equal(orders.Count, Truth.RejectedOrders);
        Assert.Equal(transactions.Count, Truth.RejectedTransactions);
        Assert.Equal(Sums(orders.Values.Select(order => (order.Currency, order.Amount))), Truth.RejectedOrderAmounts);
        Assert.Equal(Sums(transactions.Select(row => (row.Currency, row.Amount))), Truth.RejectedTransactionAmounts);
        Assert.True(transactions.Count > 0);
    }

    [Fact]
    public void Orders_and_transactions_are_counted_and_summed()
    {
        var orders = Sample.Orders().Select(order => (order.Currency, order.Amount)).ToList();
        var transactions = Sample.Transactions().Select(row => (row.Currency, row.Amount)).ToList();

        Assert.Equal((orders.Count, transactions.Count), (Truth.Orders, Truth.Transactions));
        Assert.Equal(Sums(orders), Truth.OrderAmounts);
        Assert.Equal(Sums(transactions), Truth.TransactionAmounts);
        Assert.InRange(transactions.Count / (double)orders.Count, 1.27, 1.33);
    }

    private static IEnumerable<IGrouping<string, string>> SharedKeys(IEnumerable<PlainCleaning> rows) =>
        rows.SelectMany(row => row.MatchKeys()).GroupBy(key => key).Where(key => key.Count() > 1);

    private static string Ids(IEnumerable<PlainCleaning> rows) => string.Join('+', rows.Select(row => row.Row.Id).Order());

    private static Dictionary<string, decimal> Sums(IEnumerable<(string Currency, decimal Amount)> rows) =>
        rows.GroupBy(row => row.Currency, row => row.Amount).ToDictionary(amounts => amounts.Key, amounts => amounts.Sum());
}
