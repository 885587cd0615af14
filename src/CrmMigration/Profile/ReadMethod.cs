namespace CrmMigration.Profile;

/// <summary>How the rows were chosen that a profile is made of.</summary>
public enum ReadMethod
{
    /// <summary>Every row.</summary>
    Whole,

    /// <summary>Each row by chance (<c>tablesample bernoulli</c>).</summary>
    Rows,

    /// <summary>Each page of the table by chance, with all its rows (<c>tablesample system</c>); for very large tables.</summary>
    Pages,
}
