namespace CrmMigration.Cli.Sample.Load;

/// <summary>The statements that make the old CRM's tables.</summary>
internal static class SampleSql
{
    /// <summary>The names of the tables, parents first.</summary>
    public static string[] Tables { get; } = ["old_crm_customers", "old_crm_orders", "old_crm_transactions"];

    public const string FindTables =
        """
        select relname
        from pg_class
        where relnamespace = current_schema()::regnamespace and relname = any ($1)
        order by relname
        """;

    public const string CreateTables =
        """
        create table old_crm_customers (id int not null, name varchar(255), email varchar(255), phone varchar(255));
        create table old_crm_orders (id int not null, customer_id int not null, ordered_at timestamptz not null,
            status varchar(20) not null, amount numeric(12, 2) not null, currency char(3) not null);
        create table old_crm_transactions (id bigint not null, order_id int not null, kind varchar(20) not null,
            amount numeric(12, 2) not null, currency char(3) not null, happened_at timestamptz not null);
        """;

    // FREEZE spares the first reader from writing every page again; it asks for tables made in the same transaction.
    public const string CopyCustomers = "copy old_crm_customers (id, name, email, phone) from stdin (format binary, freeze)";

    public const string CopyOrders =
        "copy old_crm_orders (id, customer_id, ordered_at, status, amount, currency) from stdin (format binary, freeze)";

    public const string CopyTransactions =
        "copy old_crm_transactions (id, order_id, kind, amount, currency, happened_at) from stdin (format binary, freeze)";

    /// <summary>Keys are built after the load: sorted once instead of row by row.</summary>
    public const string AddKeys =
        """
        set local maintenance_work_mem = '256MB';
        alter table old_crm_customers add primary key (id);
        alter table old_crm_orders add primary key (id);
        alter table old_crm_transactions add primary key (id);
        alter table old_crm_orders add foreign key (customer_id) references old_crm_customers;
        alter table old_crm_transactions add foreign key (order_id) references old_crm_orders;
        analyze old_crm_customers, old_crm_orders, old_crm_transactions;
        """;
}
