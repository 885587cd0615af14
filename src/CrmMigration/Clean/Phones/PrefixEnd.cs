namespace CrmMigration.Clean.Phones;

/// <summary>
/// Where a dialling prefix ends, and the digits in it that belong to the number (the area code in an Argentine mobile number such as
/// 0 11 15 ...).
/// </summary>
/// <param name="Length">-1 where there is no prefix. 0 for one that may be left out, and is.</param>
/// <param name="GroupStart">-1 where none of the digits belong to the number.</param>
internal readonly record struct PrefixEnd(int Length, int GroupStart, int GroupEnd)
{
    public static PrefixEnd None => new(-1, -1, -1);

    public bool IsFound => Length >= 0;

    public bool HasGroup => GroupStart >= 0;
}
