namespace CrmMigration.Sync;

/// <summary>The pass stops as more rows have left the source than may go without a word. Another one that confirms them goes on.</summary>
public sealed class TooManyDeletesException(string message) : Exception(message);
