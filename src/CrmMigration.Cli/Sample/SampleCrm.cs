using CrmMigration.Cli.Sample.Customers;
using CrmMigration.Cli.Sample.Load;
using CrmMigration.Cli.Sample.Orders;
using CrmMigration.Cli.Sample.Truth;
using Npgsql;

namespace CrmMigration.Cli.Sample;

/// <summary>
/// An old CRM full of believable, messy, invented data whose truth is known. The same number of customers and seed give the same
/// rows on every machine and .NET version. Nothing is held in memory: every row is made from its index.
/// </summary>
public sealed class SampleCrm
{
    /// <summary>Beyond this the phone numbers of a country would not do for everybody.</summary>
    public const int MostCustomers = 40_000_000;

    private readonly int customers;
    private readonly CustomerDrafts customerDrafts;
    private readonly CustomerRows customerRows;
    private readonly OrderDrafts orders;
    private readonly TransactionDrafts transactions;

    /// <summary>Prepares a sample; nothing is made yet.</summary>
    /// <exception cref="InvalidSettingException">The number of customers is not in 1 .. <see cref="MostCustomers"/>.</exception>
    public SampleCrm(int customers, ulong seed)
    {
        if (customers is < 1 or > MostCustomers)
        {
            throw new InvalidSettingException($"--customers is {customers}; give a number from 1 to {MostCustomers}.");
        }

        this.customers = customers;
        customerDrafts = new(customers, seed);
        customerRows = new(customers, seed);
        orders = new(customers, customerRows, seed);
        transactions = new(seed);
    }

    /// <summary>About how many rows the three tables have in all; what a progress bar counts up to.</summary>
    public long ExpectedRows => customers + orders.Count + (orders.Count * 13 / 10);

    /// <summary>The rows of old_crm_customers without a database, by ascending id.</summary>
    public IEnumerable<CustomerRow> Customers() => CustomerDrafts().Select(customerRows.RowOf);

    /// <summary>The rows of old_crm_orders without a database, by ascending id.</summary>
    public IEnumerable<OrderRow> Orders() => OrderDrafts().Select(orders.RowOf);

    /// <summary>The rows of old_crm_transactions without a database, by ascending id.</summary>
    public IEnumerable<TransactionRow> Transactions() => OrderDrafts().SelectMany(transactions.RowsOf);

    /// <summary>Counts the truth without a database: the same as <see cref="Create"/> gives back.</summary>
    public SampleTruth Truth()
    {
        var truth = new TruthCount(customerDrafts.Roles, transactions);
        foreach (var customer in CustomerDrafts())
        {
            truth.Add(customer);
        }

        foreach (var order in OrderDrafts())
        {
            truth.Add(order);
        }

        return truth.Result();
    }

    /// <summary>
    /// Makes the three tables in the first schema of the search path, fills them, and gives back the truth. One transaction: stopped or
    /// failed, it leaves nothing. <paramref name="rows"/> hears the number of rows sent so far; building the keys comes after the last one.
    /// </summary>
    /// <exception cref="InvalidSettingException">One of the tables is there already.</exception>
    public async Task<SampleTruth> Create(NpgsqlDataSource database, IProgress<long>? rows, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var tables = new SampleTables(connection);
        await tables.Create(cancellation);
        var truth = await Fill(new TableCopy(connection, rows), cancellation);
        await tables.AddKeys(cancellation);
        await transaction.CommitAsync(cancellation);
        return truth;
    }

    private async Task<SampleTruth> Fill(TableCopy copy, CancellationToken cancellation)
    {
        var truth = new TruthCount(customerDrafts.Roles, transactions);
        var writer = new SampleRowWriter(customerRows, transactions, truth);
        await copy.Send(SampleSql.CopyCustomers, CustomerDrafts(), writer.WriteCustomer, cancellation);
        await copy.Send(SampleSql.CopyOrders, OrderDrafts(), writer.WriteOrder, cancellation);
        await copy.Send(SampleSql.CopyTransactions, OrderDrafts(), writer.WriteTransactions, cancellation);
        return truth.Result();
    }

    private IEnumerable<CustomerDraft> CustomerDrafts()
    {
        for (long index = 0; index < customers; index++)
        {
            yield return customerDrafts.DraftOf(index);
        }
    }

    private IEnumerable<OrderDraft> OrderDrafts()
    {
        for (long index = 0; index < orders.Count; index++)
        {
            yield return orders.DraftOf(index);
        }
    }
}
