namespace CrmMigration.Cli.Sample;

/// <summary>
/// What a random number is drawn for. Each purpose has a sequence of its own, so that a change to one leaves the others alone.
/// </summary>
internal enum Purpose
{
    Lane = 1,
    Block,
    Rejection,
    ClusterContact,
    Contact,
    GroupName,
    PersonName,
    NameSpelling,
    EmailAddress,
    EmailSpelling,
    PhoneNumber,
    PhoneSpelling,
    CustomerId,
    Order,
    Transaction,
}
