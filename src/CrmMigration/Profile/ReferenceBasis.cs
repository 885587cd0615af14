namespace CrmMigration.Profile;

/// <summary>How a reference is known.</summary>
public enum ReferenceBasis
{
    /// <summary>The plan names it.</summary>
    Plan,

    /// <summary>The source declares a foreign key, and the plan does not name it.</summary>
    ForeignKey,

    /// <summary>By its name, and its values agree.</summary>
    Name,

    /// <summary>By its values alone.</summary>
    Values,
}
