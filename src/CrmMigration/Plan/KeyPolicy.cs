namespace CrmMigration.Plan;

/// <summary>How the keys of a source become keys of the target.</summary>
public abstract record KeyPolicy
{
    private KeyPolicy()
    {
    }

    /// <summary>A row keeps its key.</summary>
    public sealed record Preserve : KeyPolicy;

    /// <summary>
    /// A row gets a new key once and keeps it in all later runs: the next number of the target's sequence, or for a uuid one made of the
    /// row's identity.
    /// </summary>
    public sealed record Assign : KeyPolicy;

    /// <summary>A number is added to each key.</summary>
    public sealed record Offset(long By) : KeyPolicy;
}
