using System.Buffers;

namespace CrmMigration.Clean;

/// <summary>The digits 0 to 9. Searching for a range of characters allocates at each call; this does not.</summary>
internal static class AsciiDigits
{
    private static readonly SearchValues<char> All = SearchValues.Create("0123456789");

    /// <summary>True also of the empty text.</summary>
    public static bool AreAll(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(All);
}
