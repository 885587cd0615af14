namespace CrmMigration.Plan.Drafting;

/// <summary>Tells a column's role from its name; the table's own words in it (customer_name) say nothing.</summary>
internal static class ColumnRoles
{
    private static readonly Dictionary<string, ColumnRole> Names = new(StringComparer.Ordinal)
    {
        ["name"] = ColumnRole.FullName,
        ["fullname"] = ColumnRole.FullName,
        ["displayname"] = ColumnRole.FullName,
        ["firstname"] = ColumnRole.GivenName,
        ["givenname"] = ColumnRole.GivenName,
        ["forename"] = ColumnRole.GivenName,
        ["lastname"] = ColumnRole.FamilyName,
        ["surname"] = ColumnRole.FamilyName,
        ["familyname"] = ColumnRole.FamilyName,
        ["email"] = ColumnRole.Email,
        ["mail"] = ColumnRole.Email,
        ["emailaddress"] = ColumnRole.Email,
        ["mailaddress"] = ColumnRole.Email,
        ["phone"] = ColumnRole.Phone,
        ["phonenumber"] = ColumnRole.Phone,
        ["phoneno"] = ColumnRole.Phone,
        ["tel"] = ColumnRole.Phone,
        ["telephone"] = ColumnRole.Phone,
        ["mobile"] = ColumnRole.Phone,
        ["mobilephone"] = ColumnRole.Phone,
        ["cell"] = ColumnRole.Phone,
        ["cellphone"] = ColumnRole.Phone,
    };

    /// <summary>Only text has a role: cleaners read nothing else.</summary>
    public static ColumnRole Of(LiveColumn column, LiveTable table)
    {
        var own = NameWords.Of(table.Name.Name);
        var words = NameWords.Of(column.Name).Where(word => !own.Contains(word));
        return column.IsText ? Names.GetValueOrDefault(string.Concat(words)) : ColumnRole.Other;
    }

    public static LiveColumn? Find(LiveTable table, ColumnRole role) => table.Columns.FirstOrDefault(column => Of(column, table) == role);
}
