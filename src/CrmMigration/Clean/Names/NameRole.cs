namespace CrmMigration.Clean.Names;

/// <summary>What a word of a name turned out to be. Words without a role ("et al.") have no column at all.</summary>
internal enum NameRole : byte
{
    None,
    First,
    Middle,

    /// <summary>Stands behind the given name ("Vega, Juan de la") and goes before the last name.</summary>
    Particle,
    Last,
    Suffix,
    Title,
}
