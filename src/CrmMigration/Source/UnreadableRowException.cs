namespace CrmMigration.Source;

/// <summary>A row of the source could not be computed, most likely for a cast: the read is to be done again with care.</summary>
public sealed class UnreadableRowException(Exception fault) : Exception("A row of the source could not be read. The range is to be read one by one.", fault);
