using CrmMigration.Cli.Sample.Contacts;
using CrmMigration.Cli.Sample.Customers;

namespace CrmMigration.Cli.Sample.Truth;

/// <summary>Counts the truth about customers as their drafts pass by.</summary>
internal sealed class CustomerCount
{
    public long Rows { get; private set; }

    public long Duplicates { get; private set; }

    public long Clusters { get; private set; }

    public long Rejected { get; private set; }

    public long UnusableEmails { get; private set; }

    public long UnusablePhones { get; private set; }

    public long FilledEmails { get; private set; }

    public long FilledPhones { get; private set; }

    public void Add(CustomerDraft draft)
    {
        Rows++;
        Rejected += draft.Role.Kind == CustomerKind.Rejected ? 1 : 0;
        UnusableEmails += draft.Email == ContactUse.Unusable ? 1 : 0;
        UnusablePhones += draft.Phone == ContactUse.Unusable ? 1 : 0;
        if (draft.Role.Kind == CustomerKind.Duplicated && draft.Role.Place == 0)
        {
            AddSurvivor(draft);
        }
    }

    // What a survivor lacks another row of the person always has (ClusterContacts).
    private void AddSurvivor(CustomerDraft draft)
    {
        Clusters++;
        Duplicates += draft.Role.Rows - 1;
        FilledEmails += IsLacking(draft.Email) ? 1 : 0;
        FilledPhones += IsLacking(draft.Phone) ? 1 : 0;
    }

    private static bool IsLacking(ContactUse use) => use is ContactUse.Missing or ContactUse.Unusable;
}
