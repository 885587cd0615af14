using CrmMigration.Http.Problems;

namespace CrmMigration.Http.Input;

/// <summary>The header by which a caller names a start, so that repeating it starts nothing.</summary>
internal static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";

    private const int MaxLength = 100;

    /// <summary>Null when the header is not there.</summary>
    /// <exception cref="RefusedException">It is empty, too long, or has other than printable ASCII characters.</exception>
    public static string? Of(HttpCall call) =>
        !call.Headers.TryGetValue(Header, out var key) ? null
        : key.Length is > 0 and <= MaxLength && key.All(letter => letter is > ' ' and <= '~') ? key
        : throw new RefusedException(Problem.WrongHeader(Header, $"1 to {MaxLength} letters, digits or signs without spaces"));
}
