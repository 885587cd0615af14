using CrmMigration.Cli.Sample;
using Xunit;

namespace CrmMigration.Tests.Sample;

public sealed class SampleCrmTests
{
    private static readonly SampleCrm Sample = new(20_000, seed: 7);

    [Fact]
    public void The_same_seed_gives_the_same_rows()
    {
        var again = new SampleCrm(20_000, seed: 7);

        Assert.Equal(Sample.Customers(), again.Customers());
        Assert.Equal(Sample.Orders(), again.Orders());
        Assert.Equal(Sample.Transactions(), again.Transactions());
    }

    [Fact]
    public void Another_seed_gives_other_rows()
    {
        var other = new SampleCrm(20_000, seed: 8);

        var alike = Sample.Customers().Zip(other.Customers()).Count(pair => pair.First.Name == pair.Second.Name);

        Assert.True(alike < 1_000, $"{alike} of 20000 rows have the same name.");
    }

    [Fact]
    public void Rows_stay_what_they_are_in_every_version_of_this_program()
    {
        var row = Sample.Customers().ElementAt(1234);

        Assert.Equal(new CustomerRow(4703, "Sandra Miller", "Sandra.miller29081@home.example.net", "602-688-7101", 1234), row);
    }

    [Fact]
    public void Ids_ascend_with_gaps_small_and_large()
    {
        var ids = Sample.Customers().Select(row => row.Id).ToList();

        var steps = ids.Zip(ids.Skip(1), (one, next) => next - one).ToList();

        Assert.All(steps, step => Assert.True(step > 0));
        Assert.True(steps.Count(step => step > 1) > ids.Count / 2);
        Assert.Contains(steps, step => step > 9_000);
        Assert.Equal(Sample.Orders().Select(order => order.Id).Distinct().Order(), Sample.Orders().Select(order => order.Id));
        Assert.Equal(Sample.Transactions().Select(row => row.Id).Distinct().Order(), Sample.Transactions().Select(row => row.Id));
    }

    [Fact]
    public void Every_order_has_a_customer_and_every_transaction_an_order()
    {
        var customers = Sample.Customers().Select(row => row.Id).ToHashSet();
        var orders = Sample.Orders().Select(order => order.Id).ToHashSet();

        Assert.All(Sample.Orders(), order => Assert.Contains(order.CustomerId, customers));
        Assert.All(Sample.Transactions(), row => Assert.Contains(row.OrderId, orders));
        Assert.Equal(50_000, orders.Count);
    }

    [Fact]
    public void Good_addresses_are_under_reserved_domains_of_which_there_are_many()
    {
        var addresses = Sample.Customers().Select(PlainCleaning.Of).Select(row => row.Email).OfType<string>();

        var domains = addresses.Select(address => address.Split('@')[1]).ToList();

        Assert.All(domains, domain => Assert.Matches(@"(^|\.)(EXAMPLE\.(COM|ORG|NET)|TEST)$", domain));
        Assert.True(domains.Distinct().Count() > 1_000);
    }

    [Fact]
    public void Some_contacts_are_shared_by_people_who_are_not_duplicates()
    {
        var rows = Sample.Customers().Select(PlainCleaning.Of).ToList();

        Assert.InRange(SharedBy(rows, row => row.Phone), 200, 1_000);
        Assert.InRange(SharedBy(rows, row => row.Email), 200, 1_000);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(100)]
    public void A_small_sample_has_as_many_customers_as_asked_for(int customers)
    {
        var small = new SampleCrm(customers, seed: 1);

        Assert.Equal(customers, small.Customers().Select(row => row.Id).Distinct().Count());
        Assert.Equal(customers * 5 / 2, small.Orders().Count());
        Assert.Equal(customers, small.Truth().Customers);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(40_000_001)]
    public void A_number_of_customers_out_of_range_is_refused(int customers)
    {
        var refusal = Assert.Throws<InvalidSettingException>(() => new SampleCrm(customers, seed: 1));

        Assert.Equal($"--customers is {customers}; give a number from 1 to 40000000.", refusal.Message);
    }

    [Fact]
    public void The_largest_sample_still_has_ids_that_fit()
    {
        var largest = new SampleCrm(SampleCrm.MostCustomers, seed: ulong.MaxValue);

        Assert.All(largest.Customers().Take(1_000), row => Assert.True(row.Id > 0));
        Assert.All(largest.Orders().Take(1_000), order => Assert.InRange(order.CustomerId, 1, 230_000_000));
    }

    private static int SharedBy(IEnumerable<PlainCleaning> rows, Func<PlainCleaning, string?> contact) => rows
        .Where(row => contact(row) is not null)
        .GroupBy(row => contact(row)!)
        .Count(people => people.Select(row => row.Row.Person).Distinct().Count() > 1);
}
