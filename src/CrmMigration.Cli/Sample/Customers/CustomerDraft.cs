using CrmMigration.Cli.Sample.Contacts;

namespace CrmMigration.Cli.Sample.Customers;

/// <summary>What a row will hold, before it is written down: enough to count the truth.</summary>
internal readonly record struct CustomerDraft(long Index, CustomerRole Role, ContactUse Email, ContactUse Phone);
