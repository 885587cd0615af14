namespace CrmMigration.Clean.Text;

/// <summary>Where a word stands, as far as it decides about its letter case.</summary>
[Flags]
internal enum TitlePlace
{
    None = 0,

    /// <summary>No word stands before it.</summary>
    First = 1,

    /// <summary>No word stands behind it.</summary>
    Last = 2,

    /// <summary>Right behind a word that was written small, so that an article goes with it: de la.</summary>
    AfterSmall = 4,
}
