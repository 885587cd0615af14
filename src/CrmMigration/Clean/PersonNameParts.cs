namespace CrmMigration.Clean;

/// <summary>
/// Where a cleaned name lies: first name in the first <see cref="FirstLength"/> characters, last name in the <see cref="LastLength"/>
/// after it, nothing between them. A length of 0 means NULL. <see cref="Rule"/> names what was lost, as in <see cref="Cleaned"/>.
/// </summary>
public readonly record struct PersonNameParts(int FirstLength, int LastLength, Rule? Rule);
