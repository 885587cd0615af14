using System.Collections.Frozen;

namespace CrmMigration.Clean.Names;

/// <summary>
/// Given names that many people have and few families: they tell "John Smith, B" from "Smith Jones, B", where order and commas leave it
/// open. Names that are common family names as well (Thomas, Martin) are not among them.
/// </summary>
internal static class CommonGivenName
{
    private const int Longest = 12;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names =
        """
        aaron alice amanda amy andrea andrew angela ann anna anne anthony antonio ashley barbara betty brian carlos carol carolyn catherine
        charles christina christine christopher cynthia daniel david deborah debra dennis diane donna dorothy edward elena elizabeth emily emma
        eric eugene eva evelyn frances francisco frank fred gary gerald giovanni gregory hannah hans heather helen jacob james jane janet
        janice javier jean jeffrey jennifer jerry jessica jesus joan john jonathan jorge jose josef joseph joshua josé juan judith judy julia
        julie jürgen karen karl katherine kathleen kenneth kevin larry laura linda lisa luis mario maría maria marie marilyn mark martha mary
        matthew megan melissa michael michelle miguel nancy nicholas nicole olivia pamela patricia patrick paul pedro peter philip philippe
        pierre rachel raymond rebecca richard robert roger ronald rose ruth sabine samantha samuel sandra sara sarah sharon shirley sophia
        sophie stefan stephanie stephen steven susan teresa theresa timothy ursula victoria virginia walter wolfgang
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
        .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Is(ReadOnlySpan<char> word)
    {
        Span<char> key = stackalloc char[Longest];
        return word.Length <= Longest && word.ToLowerInvariant(key) is var length && length > 0 && Names.Contains(key[..length]);
    }
}
