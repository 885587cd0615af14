namespace CrmMigration.Plan;

/// <summary>What becomes of a row of the target whose row has left the source.</summary>
public abstract record DeletePolicy
{
    private DeletePolicy()
    {
    }

    /// <summary>It is deleted.</summary>
    public sealed record Propagate : DeletePolicy;

    /// <summary>It stays, and a column of it says so: true, or the time.</summary>
    public sealed record Mark(string Column) : DeletePolicy;

    /// <summary>It stays as it is.</summary>
    public sealed record Keep : DeletePolicy;
}
