namespace CrmMigration.Source;

/// <summary>How the rows of a range come.</summary>
internal enum ReadOrder
{
    /// <summary>As the source likes: fastest.</summary>
    Any,

    /// <summary>By key.</summary>
    Key,

    /// <summary>By key, and a row that the source cannot give stands alone: for a range that was found to hold one.</summary>
    OneByOne,
}
