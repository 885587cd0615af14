using CrmMigration.Load;
using CrmMigration.Map;

namespace CrmMigration.Sync;

/// <summary>What came of a row that was to be written.</summary>
/// <param name="Why">Of a conflict, in a sentence.</param>
internal sealed record WriteResult(Fate Fate, string? Why = null)
{
    /// <summary>Of a row that is new, where another one has its key.</summary>
    public static WriteResult Taken { get; } = new(Fate.Conflict, "The target already has another row under this key.");

    /// <summary>Of a conflict: the row is not there any more.</summary>
    public bool IsMissing { get; init; }

    /// <summary>The server refused the row; null where it did not.</summary>
    public Rejection? Refusal { get; init; }
}
