namespace CrmMigration.Profile;

/// <summary>How much a remark matters.</summary>
public enum RemarkWeight
{
    /// <summary>The migration cannot run, or rows would not arrive.</summary>
    Serious,

    /// <summary>Values would be lost, or rows merged.</summary>
    Loss,

    /// <summary>Worth a look.</summary>
    Notice,
}
