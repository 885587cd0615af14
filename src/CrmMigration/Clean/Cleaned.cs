namespace CrmMigration.Clean;

/// <summary>
/// What a cleaner made of one value. <see cref="Length"/> characters were written to the destination; 0 means the value becomes NULL.
/// <see cref="Rule"/> is null when the value was fine or only tidied (spaces, letter case, notation); it names the rule when
/// something was lost: an unusable value cleared (Length 0), or a part that has no column left out (Length > 0).
/// </summary>
public readonly record struct Cleaned(int Length, Rule? Rule)
{
    /// <summary>There was nothing but blank space: NULL, and nothing lost.</summary>
    public static Cleaned Blank => default;
}
