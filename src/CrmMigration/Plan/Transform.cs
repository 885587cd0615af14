namespace CrmMigration.Plan;

/// <summary>What is done to a value on its way, as named in the plan's <c>as</c>.</summary>
public abstract record Transform
{
    private Transform()
    {
    }

    /// <summary>The value travels bit for bit. Written by leaving <c>as</c> out.</summary>
    public sealed record Copy : Transform;

    /// <summary>Splits a full name into given name and family name (two outputs).</summary>
    public sealed record PersonName : Transform;

    /// <summary>Trims, lowers the domain, and clears what cannot be an e-mail address.</summary>
    public sealed record Email : Transform;

    /// <summary>To E.164 where it is clear, reading national numbers as of the region (ISO 3166-1 alpha-2).</summary>
    public sealed record Phone(string Region) : Transform;
}
