namespace CrmMigration.Clean.Names;

/// <summary>Which parts of a name besides first and last have a column to go to.</summary>
[Flags]
public enum PersonNameColumns
{
    None = 0,
    Middle = 1,
    Suffix = 2,
    Title = 4,
    Nickname = 8,
    All = Middle | Suffix | Title | Nickname,
}
