namespace CrmMigration.Cli.Sample;

/// <summary>What the sample planted, and so what the default plan must report. Counts are of source rows unless said otherwise.</summary>
public sealed record SampleTruth
{
    public required long Customers { get; init; }

    public required long Orders { get; init; }

    public required long Transactions { get; init; }

    /// <summary>Rows that must be merged away: rows of a person beyond the first.</summary>
    public required long Duplicates { get; init; }

    /// <summary>People with more than one row.</summary>
    public required long Clusters { get; init; }

    /// <summary>Customers without a usable name.</summary>
    public required long RejectedCustomers { get; init; }

    /// <summary>Orders of rejected customers.</summary>
    public required long RejectedOrders { get; init; }

    /// <summary>Transactions of rejected orders.</summary>
    public required long RejectedTransactions { get; init; }

    /// <summary>
    /// E-mail addresses that must become NULL with a correction, over all customers, merged ones too. Blank ones do not count.
    /// </summary>
    public required long UnusableEmails { get; init; }

    /// <summary>Phones that must become NULL with a correction, over all customers, merged ones too. Blank ones do not count.</summary>
    public required long UnusablePhones { get; init; }

    /// <summary>Survivors (lowest id of the person) without an own e-mail address that get one from a merged row.</summary>
    public required long FilledEmails { get; init; }

    /// <summary>Survivors without an own phone that get one from a merged row.</summary>
    public required long FilledPhones { get; init; }

    /// <summary>Sum of the amounts of all orders, by currency.</summary>
    public required IReadOnlyDictionary<string, decimal> OrderAmounts { get; init; }

    /// <summary>Sum of the amounts of rejected orders, by currency; no entry where there are none.</summary>
    public required IReadOnlyDictionary<string, decimal> RejectedOrderAmounts { get; init; }

    /// <summary>Sum of the amounts of all transactions, by currency.</summary>
    public required IReadOnlyDictionary<string, decimal> TransactionAmounts { get; init; }

    /// <summary>Sum of the amounts of rejected transactions, by currency; no entry where there are none.</summary>
    public required IReadOnlyDictionary<string, decimal> RejectedTransactionAmounts { get; init; }
}
