namespace CrmMigration.Cli.Sample.Customers;

/// <summary>What part a row plays in the planted truth.</summary>
/// <param name="Person">Number of the person: rows of one person have the same. It is the index of the person's first row.</param>
/// <param name="Group">Number of the block of neighbouring rows that a family or an office stands in.</param>
/// <param name="Place">Place among the rows of the person (0 survives), or the seat in the family or office.</param>
/// <param name="Rows">How many rows the person has: 1 to 3.</param>
internal readonly record struct CustomerRole(CustomerKind Kind, long Person, long Group, int Place, int Rows)
{
    public bool IsInGroup => Kind is CustomerKind.FamilyMember or CustomerKind.Colleague;
}
